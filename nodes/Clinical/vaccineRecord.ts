import {
	amount,
	changedSince,
	choice,
	date,
	dateTime,
	longText,
	needed,
	rows,
	text,
	wholeNumber,
} from '../shared/fields/kinds';
import { doctors } from '../shared/locators/doctor';
import { consentForms, line, vaccineLots } from '../shared/locators/lookups';
import { offices } from '../shared/locators/office';
import { chart, chartFilters, inChart } from '../shared/locators/people';
import { recordLocator } from '../shared/locators/record';
import { users } from '../shared/locators/user';
import { crud } from '../shared/operation/crud';
import { completionStatuses, fundingPrograms, immunities, recordSources } from './choices';

export const vaccineRecord = crud({
	path: 'patient_vaccine_records',
	one: 'vaccine record',
	many: 'vaccine records',
	operations: {
		create: 'Record a vaccination, given here or elsewhere',
		createMany: 'Record a vaccination for each input item',
		get: 'Read one vaccination',
		getAll: 'List vaccinations, of one patient or of all',
		update: 'Change the record of a vaccination. DrChrono cannot delete one.',
	},
	fields: {
		patient: chart,
		name: needed(text({ label: 'Vaccine', eg: 'Influenza, seasonal, injectable' })),
		cvx_code: needed(text({ eg: '141', about: 'The code by which registries know the vaccine' })),
		administered_at: recordLocator(offices, 'Given At', { about: 'The office where it was given' }),
		administered_by: recordLocator(users, 'Given By', { about: 'The user who gave it' }),
		administration_start: dateTime({ label: 'Given On', about: 'When it was given' }),
		amount: amount({ about: 'How much was given, in Units' }),
		comments: longText(),
		completion_status: choice(completionStatuses),
		consent_form: recordLocator(consentForms, 'Consent Form', {
			about: 'Which consent belongs to it',
		}),
		cpt_code: text({ eg: '90688' }),
		doses: rows(
			{ title: text(), min_age_months: wholeNumber(), max_age_months: wholeNumber() },
			{ row: 'Dose', about: 'The doses of the series, with the ages in months' },
		),
		funding_eligibility: choice(fundingPrograms, { about: 'The program that pays for it' }),
		lot_number: text({ eg: 'L0042' }),
		manufacturer: text(),
		next_dose_date: date({ about: 'When the next dose is due' }),
		observed_immunity: choice(immunities, { about: 'What the patient is immune to as was seen' }),
		ordering_doctor: recordLocator(doctors, 'Ordering Doctor', { about: 'Who ordered it' }),
		record_source: choice(recordSources, { about: 'How the practice knows of it' }),
		route: text({ eg: 'Intramuscular' }),
		site: text({ eg: 'Left deltoid' }),
		units: text({ eg: 'mL' }),
		vaccine_inventory: recordLocator(vaccineLots, 'Vaccine Lot', {
			about: 'The lot of your practice it was taken from. The lot then has one dose less.',
		}),
	},
	readOnly: ['id', 'created_at', 'entered_by', 'updated_at', 'vis'],
	filters: {
		cvx_code: text({ eg: '141', about: 'Only vaccinations with this vaccine' }),
		...chartFilters,
		since: changedSince('records'),
	},
	simplified: [
		...['id', 'patient', 'name', 'cvx_code', 'administration_start', 'completion_status'],
		...['lot_number', 'next_dose_date', 'administered_by', 'updated_at'],
	],
	title: ({ name, administration_start }) => line(name, administration_start),
	...inChart,
	eg: '440001',
	hint: 'Vaccine Record → Get Many lists the IDs',
});
