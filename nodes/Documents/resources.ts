import type { Resource } from '../shared/operation/operation';
import { consentForm } from './consentForm';
import { deleteDocument } from './document/delete.operation';
import { download } from './document/download.operation';
import { get } from './document/get.operation';
import { getAll } from './document/getAll.operation';
import { update } from './document/update.operation';
import { upload } from './document/upload.operation';
import { signedConsentForm } from './signedConsentForm';

export const resources: readonly Resource[] = [
	{
		value: 'document',
		name: 'Document',
		initial: upload.value,
		operations: [deleteDocument, download, get, getAll, update, upload],
	},
	consentForm,
	signedConsentForm,
];
