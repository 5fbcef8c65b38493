import { locator } from '../../support/patients';
import type { OperationCase } from './index';
import { pdf } from './labs';

const upload: OperationCase = {
	parameters: { patient: locator(1), doctor: locator(1), amendment_name: 'Correction' },
	binary: pdf('correction.pdf'),
};

export const clinicalCases: Record<string, OperationCase> = {
	'amendment.upload': upload,
	'amendment.download': {
		parameters: { amendmentId: locator('={{ $json.id }}') },
		items: [{ id: 1 }, { id: 2 }],
		prepare: async (practice) => {
			const { parameters, binary } = upload;
			const selectors = { resource: 'amendment', operation: 'upload' };
			await practice.run({
				nodes: [{ type: 'drChronoClinical', parameters: { ...selectors, ...parameters } }],
				items: [1, 2].map(() => ({ json: {}, binary })),
			});
		},
	},
	'yellowNotepad.get': {
		parameters: { appointmentId: locator(1), templateId: locator(1) },
		prepare: ({ simulator: { store } }) => {
			store.collection('yellow_notepad').insert({ id: '1-1', content: 'Ask about sleep' });
		},
	},
};
