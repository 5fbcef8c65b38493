import { locator } from '../../support/patients';
import type { OperationCase } from './index';

export const labsCases: Record<string, OperationCase> = {
	'labDocument.upload': {
		parameters: { lab_order: locator(1), type: 'RES' },
		binary: {
			data: {
				data: Buffer.from('%PDF-1.4 synthetic').toString('base64'),
				mimeType: 'application/pdf',
				fileName: 'results.pdf',
			},
		},
	},
};
