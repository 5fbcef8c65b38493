import type { IBinaryKeyData } from 'n8n-workflow';
import { locator } from '../../support/patients';
import type { OperationCase } from './index';

/** A small file as n8n holds it in an item. */
export const pdf = (fileName: string): IBinaryKeyData => ({
	data: {
		data: Buffer.from('%PDF-1.4 synthetic').toString('base64'),
		mimeType: 'application/pdf',
		fileName,
	},
});

export const labsCases: Record<string, OperationCase> = {
	'labDocument.upload': {
		parameters: { lab_order: locator(1), type: 'RES' },
		binary: pdf('results.pdf'),
	},
};
