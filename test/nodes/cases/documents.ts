import { locator } from '../../support/patients';
import type { OperationCase } from '.';

const each = { documentId: locator('={{ $json.documentId }}') };
const twoDocuments: OperationCase['items'] = [{ documentId: 1 }, { documentId: 2 }];

const binary = {
	data: {
		data: Buffer.from('synthetic').toString('base64'),
		mimeType: 'text/plain',
		fileName: 'note.txt',
	},
};

export const documentsCases: Record<string, OperationCase> = {
	'document.upload': {
		parameters: { patientId: locator(1), doctor: locator(1) },
		binary,
	},
	'document.download': { parameters: each, items: twoDocuments },
	'document.get': { parameters: each, items: twoDocuments },
	'document.getAll': { parameters: { limit: 1 } },
	'document.update': {
		parameters: { ...each, updateFields: { description: 'X-ray' } },
		items: twoDocuments,
	},
	'document.delete': { parameters: each, items: twoDocuments },
	'consentForm.create': {
		parameters: {
			...{ doctor: locator(1), title: 'Consent to treatment' },
			...{ is_mandatory: true, assign_by_default: false },
		},
		binary,
	},
};
