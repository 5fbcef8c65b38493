import { billingProfiles } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const billingProfile = crud({
	...billingProfiles,
	path: 'billing_profiles',
	one: 'billing profile',
	many: 'billing profiles',
	operations: {
		get: 'Look up one profile and its codes',
		getAll: 'List the sets of codes that doctors bill together. Read-only.',
	},
	readOnly: ['created_at'],
	filters: { doctor: doctor('Only profiles of this doctor') },
	simplified: [
		...['id', 'name', 'doctor', 'cpt_codes', 'hcpcs_codes', 'custom_procedure_codes'],
		...['icd10_codes', 'icd9_codes', 'archived', 'updated_at'],
	],
});
