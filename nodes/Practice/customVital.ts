import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const customVital = crud({
	path: 'custom_vitals',
	one: 'custom vital',
	many: 'custom vitals',
	operations: {
		get: 'Look up one measurement of the practice’s own',
		getAll: 'List what the practice measures beyond the usual. It is set up in DrChrono only.',
	},
	readOnly: ['fraction_delimiter', 'is_fraction_field'],
	filters: { doctor: doctor('Only measurements that this doctor set up') },
	simplified: [
		...['id', 'name', 'description', 'unit', 'data_type', 'allowed_values', 'doctor', 'archived'],
	],
	title: (record) => line(record.name, record.unit),
	eg: '630001',
	hint: 'Custom Vital → Get Many lists the IDs',
});
