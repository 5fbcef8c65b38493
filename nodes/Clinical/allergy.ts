import { choice, longText, needed, orNotSet, text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { chart, chartFilters, doctor, inChart } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { allergicReactions } from './choices';

export const allergy = crud({
	path: 'allergies',
	one: 'allergy',
	many: 'allergies',
	operations: {
		create: 'Note in a chart what a patient is allergic to',
		createMany: 'Note one for each input item',
		get: 'Read one allergy',
		getAll: 'List allergies. DrChrono cannot delete one: set it to Inactive.',
		update: 'Change an allergy, or set it to Inactive',
	},
	fields: {
		patient: chart,
		doctor: needed(doctor('Who diagnosed it')),
		description: text({
			label: 'Allergy',
			eg: 'Cat hair',
			about: 'What the patient is allergic to',
		}),
		notes: longText(),
		reaction: text({ eg: 'Hives' }),
		rxnorm: text({
			label: 'RxNorm Code',
			eg: '7980',
			about: 'Of a drug allergy: the drug',
		}),
		snomed_code: text({ label: 'SNOMED Code' }),
		snomed_reaction: choice(orNotSet(allergicReactions), {
			label: 'Reaction (SNOMED)',
		}),
		status: choice({ active: 'Active', inactive: 'Inactive' }),
		verification_status: choice({
			confirmed: 'Confirmed',
			unconfirmed: 'Unconfirmed',
			refuted: 'Refuted',
			'entered-in-error': 'Entered in Error',
		}),
	},
	readOnly: ['id'],
	filters: chartFilters,
	simplified: [
		...['id', 'patient', 'description', 'reaction', 'status', 'verification_status', 'doctor'],
		...['notes', 'rxnorm', 'snomed_reaction'],
	],
	always: { verbose: 'true' },
	title: (record) => line(record.description, record.reaction, record.status),
	...inChart,
	eg: '410001',
	hint: 'Allergy → Get Many lists the IDs',
});
