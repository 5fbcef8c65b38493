import { locator } from '../../support/patients';
import type { OperationCase } from '.';

const each = { documentId: locator('={{ $json.documentId }}') };
const twoDocuments: OperationCase['items'] = [{ documentId: 1 }, { documentId: 2 }];

export const documentsCases: Record<string, OperationCase> = {
	upload: {
		parameters: { patientId: locator(1), doctor: locator(1) },
		binary: {
			data: {
				data: Buffer.from('synthetic').toString('base64'),
				mimeType: 'text/plain',
				fileName: 'note.txt',
			},
		},
	},
	download: { parameters: each, items: twoDocuments },
	get: { parameters: each, items: twoDocuments },
	getAll: { parameters: { limit: 1 } },
	update: { parameters: { ...each, updateFields: { description: 'X-ray' } }, items: twoDocuments },
	delete: { parameters: each, items: twoDocuments },
};
