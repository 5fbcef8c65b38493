import type { Practice } from '../../support/practice';
import type { OperationCase } from './index';

const today = '={{ $today.toISODate() }}';
const days = { startDate: '2000-01-01', endDate: today };

/** Records of a list that can only be read as a whole. */
const having =
	(name: string) =>
	({ simulator: { store } }: Practice): void =>
		void store.collection(name).insert({ id: 1 });

export const billingCases: Record<string, OperationCase> = {
	'authorization.getAll': {
		parameters: { limit: 1 },
		prepare: having('patient_authorizations'),
	},
	'daySheet.getCharges': { parameters: days },
	'daySheet.getCredits': { parameters: days },
	'daySheet.getPatientPayments': { parameters: days },
	'daySheet.getTotals': { parameters: days },
	'insurance.get': { parameters: { payer_type: 'emdeon', payerId: '00001' } },
	'lineItemDeletion.getAll': { parameters: { limit: 1 }, prepare: having('line_item_deletions') },
};
