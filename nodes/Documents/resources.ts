import type { Resource } from '../shared/operation';
import { deleteDocument } from './operations/delete.operation';
import { download } from './operations/download.operation';
import { get } from './operations/get.operation';
import { getAll } from './operations/getAll.operation';
import { update } from './operations/update.operation';
import { upload } from './operations/upload.operation';

export const resources: readonly Resource[] = [
	{
		value: 'document',
		name: 'Document',
		initial: upload.value,
		operations: [deleteDocument, download, get, getAll, update, upload],
	},
];
