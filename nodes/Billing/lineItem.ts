import { amount, changedSince, date, needed, text, texts, yesNo } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor, patient } from '../shared/locators/people';
import { appointment, office, inAppointment } from '../shared/locators/visits';
import { crud } from '../shared/operation/crud';
import { procedureType } from './choices';

export const lineItem = crud({
	path: 'line_items',
	one: 'line item',
	many: 'line items',
	operations: {
		create: 'Bill a procedure on an appointment',
		createMany: 'Bill a procedure for each input item',
		delete: 'Take a procedure off the bill of an appointment',
		get: 'Look up one line item: what was billed and paid, what is left',
		getAll: 'List what was billed, by appointment, patient, doctor or day',
		update: 'Change a line item, such as its price or modifiers',
	},
	fields: {
		appointment: needed(appointment('On whose bill the procedure is')),
		procedure_type: needed(procedureType({ about: 'What kind of code it is' })),
		code: needed(text({ eg: '99213', about: 'The CPT, HCPCS or custom code of the procedure' })),
		diagnosis_pointers: needed(
			texts({
				eg: 'E11.9',
				about: 'Up to four diagnoses of the appointment that the procedure is for, as ICD codes',
			}),
		),
		balance_ins: amount({ label: 'Insurance Balance', about: 'What insurance is still to pay' }),
		modifiers: texts({ eg: '25', about: 'Up to four modifiers of the code' }),
		price: amount({ about: 'Of one unit' }),
		pt_paid: amount({ label: 'Paid by Patient', about: 'What the patient has paid' }),
		quantity: amount({ about: 'How many units' }),
		units: text({ eg: 'UN', about: 'What is counted; DrChrono takes UN where it is left out' }),
	},
	readOnly: [
		...['id', 'adjustment', 'allowed', 'balance_pt', 'balance_total', 'billed', 'billing_status'],
		...['denied_flag', 'description', 'doctor', 'expected_reimbursement', 'ins1_paid'],
		...['ins2_paid', 'ins3_paid', 'ins_total', 'insurance_status', 'paid_total', 'patient'],
		...['posted_date', 'service_date', 'updated_at'],
	],
	filters: {
		appointment: appointment('Only what was billed on this appointment'),
		doctor: doctor('Only what this doctor billed'),
		office: office('Only what was billed in this office'),
		patient: patient('Only what was billed for this patient'),
		posted_date: date({ about: 'Only line items that were made on this day' }),
		service_date: date({ about: 'Only what was done on this day' }),
		since: changedSince('line items'),
	},
	createQuery: {
		use_fee_schedule_defaults: yesNo({
			label: 'Price From Fee Schedule',
			initial: true,
			about:
				'Whether DrChrono fills in price and modifiers from the fee schedule where you leave them out. For CPT and HCPCS only.',
		}),
	},
	simplified: [
		...['id', 'appointment', 'patient', 'code', 'service_date', 'billed', 'paid_total'],
		...['balance_total', 'billing_status', 'procedure_type'],
	],
	verbose: 'the description of the procedure',
	title: ({ code, service_date, billed }) => line(code, service_date, billed),
	...inAppointment,
	eg: '410001',
	hint: 'Line Item → Get Many lists the IDs',
});
