import {
	amount,
	choice,
	date,
	longText,
	needed,
	orNotSet,
	text,
	wholeNumber,
	yesNo,
} from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { chart, chartFilters, doctor, inChart } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { orderStatuses } from './choices';
import { appointment } from './fields';
import { appendPharmacyNote } from './medication/appendPharmacyNote.operation';

export const medication = crud({
	path: 'medications',
	one: 'medication',
	many: 'medications',
	operations: {
		create:
			'Note in a chart what a patient takes. Nothing is prescribed or sent to a pharmacy by it.',
		createMany: 'Note a medication for each input item',
		get: 'Read one medication',
		getAll:
			'List medications, of one patient or of all. DrChrono cannot delete one: set it to Inactive.',
		update: 'Change a medication, such as its dose, or set it to Inactive',
	},
	fields: {
		patient: chart,
		doctor: needed(doctor('Who prescribed it')),
		appointment: appointment('At which it was first prescribed'),
		date_prescribed: date(),
		date_started_taking: date(),
		date_stopped_taking: date(),
		daw: yesNo({
			label: 'Dispense as Written',
			about: 'Whether the pharmacy must not substitute another drug',
		}),
		dispense_quantity: amount({ about: 'How much the pharmacy gives out' }),
		dosage_quantity: text({ eg: '1', about: 'How much of the Dosage Units is taken at once' }),
		dosage_units: text({ eg: 'tablet' }),
		frequency: text({ eg: 'twice a day', about: 'How often it is taken' }),
		indication: text({ eg: 'Hypertension', about: 'What it is taken for' }),
		name: text({ eg: 'Lisinopril 10 mg tablet' }),
		ndc: text({ label: 'NDC', about: 'The national drug code of the package' }),
		notes: longText({ about: 'What else there is to say about it' }),
		number_refills: wholeNumber({
			label: 'Refills',
			about: 'How often the pharmacy may give it again',
		}),
		order_status: choice(orNotSet(orderStatuses), { about: 'How it was ordered' }),
		pharmacy_note: longText({ about: 'What the pharmacy is told' }),
		prn: yesNo({ label: 'As Needed (PRN)', about: 'Whether it is taken only when necessary' }),
		route: text({ eg: 'oral', about: 'How it gets into the body' }),
		rxnorm: text({ label: 'RxNorm Code', eg: '314076' }),
		signature_note: text({ label: 'Sig', eg: 'Take one tablet by mouth twice a day' }),
		status: choice({ active: 'Active', inactive: 'Inactive' }),
	},
	readOnly: ['id'],
	filters: chartFilters,
	simplified: [
		...['id', 'patient', 'name', 'status', 'dosage_quantity', 'dosage_units', 'frequency'],
		...['date_prescribed', 'doctor', 'rxnorm'],
	],
	title: ({ name, date_prescribed, status }) => line(name, date_prescribed, status),
	...inChart,
	eg: '420001',
	hint: 'Medication → Get Many lists the IDs',
	more: (table) => [appendPharmacyNote(table)],
});
