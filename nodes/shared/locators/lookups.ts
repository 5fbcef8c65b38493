import type { IDataObject } from 'n8n-workflow';
import { daysFrom, today } from '../input/dates';
import { textOf } from '../messages/words';
import { ofChosen } from './chosen';
import { containing, listSearch, searchClient } from './locator';
import type { RecordList } from './record';

/** Some texts of a record in one line, without those that it lacks. */
export const line = (...texts: readonly unknown[]): string =>
	texts.map(textOf).filter(Boolean).join(' · ');

/** Somebody's name as a list is sorted by: `Doe, Jane`. */
export const lastNameFirst = ({ last_name, first_name }: IDataObject): string =>
	[last_name, first_name].map(textOf).filter(Boolean).join(', ');

const byName = (record: IDataObject): string => line(record.name);

/** The practice's own lists, from which other records are given a name. */
export const taskStatuses: RecordList = {
	target: '/api/task_statuses',
	one: 'a task status',
	method: 'searchTaskStatuses',
	title: byName,
	eg: '210001',
	hint: 'DrChrono Tasks → Task Status → Get Many lists the IDs',
};

export const taskCategories: RecordList = {
	target: '/api/task_categories',
	one: 'a task category',
	method: 'searchTaskCategories',
	title: byName,
	eg: '220001',
	hint: 'DrChrono Tasks → Task Category → Get Many lists the IDs',
};

export const taskTemplates: RecordList = {
	target: '/api/task_templates',
	one: 'a task template',
	method: 'searchTaskTemplates',
	title: byName,
	eg: '230001',
	hint: 'DrChrono Tasks → Task Template → Get Many lists the IDs',
};

export const tasks: RecordList = {
	target: '/api/tasks',
	one: 'a task',
	method: 'searchTasks',
	title: (record) => line(record.title),
	eg: '240001',
	hint: 'DrChrono Tasks → Task → Get Many lists the IDs',
};

export const userGroups: RecordList = {
	target: '/api/user_groups',
	one: 'a user group',
	method: 'searchUserGroups',
	title: byName,
	eg: '250001',
	hint: 'DrChrono Users → User Group → Get Many lists the IDs',
};

export const labVendors: RecordList = {
	target: '/api/sublabs',
	one: 'a lab vendor',
	method: 'searchLabVendors',
	title: ({ name, vendor_name, facility_code }) => line(name, vendor_name, facility_code),
	eg: '260001',
	hint: 'DrChrono Labs → Lab Vendor → Get Many lists the IDs',
};

export const labOrders: RecordList = {
	target: '/api/lab_orders',
	one: 'a lab order',
	method: 'searchLabOrders',
	title: ({ id, requisition_id, patient, timestamp, notes }) =>
		line(
			`Order ${textOf(requisition_id) || textOf(id)}`,
			textOf(timestamp).slice(0, 10),
			textOf(patient) && `patient ${textOf(patient)}`,
			notes,
		),
	eg: '270001',
	hint: 'DrChrono Labs → Lab Order → Get Many lists the IDs',
};

export const labDocuments: RecordList = {
	target: '/api/lab_documents',
	one: 'a lab document',
	method: 'searchLabDocuments',
	title: ({ id, type, lab_order, timestamp }) =>
		line(
			`Document ${textOf(id)}`,
			type,
			textOf(timestamp).slice(0, 10),
			textOf(lab_order) && `order ${textOf(lab_order)}`,
		),
	eg: '275001',
	hint: 'DrChrono Labs → Lab Document → Get Many lists the IDs',
};

export const labTests: RecordList = {
	target: '/api/lab_tests',
	one: 'a lab test',
	method: 'searchLabTests',
	title: ({ name, code, lab_order }) =>
		line(name, code, textOf(lab_order) && `order ${textOf(lab_order)}`),
	eg: '276001',
	hint: 'DrChrono Labs → Lab Test → Get Many lists the IDs',
};

export const vaccineLots: RecordList = {
	target: '/api/inventory_vaccines',
	one: 'a vaccine lot',
	method: 'searchVaccineLots',
	title: ({ name, lot_number, expiry, status }) =>
		line(
			name,
			textOf(lot_number) && `lot ${textOf(lot_number)}`,
			textOf(expiry) && `expires ${textOf(expiry)}`,
			status === 'active' ? '' : status,
		),
	eg: '280001',
	hint: 'DrChrono Practice → Vaccine Lot → Get Many lists the IDs',
};

export const inventoryCategories: RecordList = {
	target: '/api/inventory_categories',
	one: 'an inventory category',
	method: 'searchInventoryCategories',
	title: (record) => line(record.name, record.category_type),
	eg: '290001',
	hint: 'DrChrono Practice → Inventory Category → Get Many lists the IDs',
};

export const reminderProfiles: RecordList = {
	target: '/api/reminder_profiles',
	one: 'a reminder profile',
	method: 'searchReminderProfiles',
	title: byName,
	eg: '300001',
	hint: 'From List shows the profiles by name',
};

export const noteTemplates: RecordList = {
	target: '/api/clinical_note_templates',
	one: 'a note template',
	method: 'searchNoteTemplates',
	title: byName,
	eg: '310001',
	hint: 'DrChrono Clinical Notes → Note Template → Get Many lists the IDs',
};

export const consentForms: RecordList = {
	target: '/api/consent_forms',
	one: 'a consent form',
	method: 'searchConsentForms',
	title: (record) => line(record.title),
	eg: '320001',
	hint: 'DrChrono Documents → Consent Form → Get Many lists the IDs',
};

export const customFields: RecordList = {
	target: '/api/custom_demographics',
	one: 'a field',
	method: 'searchCustomFields',
	title: byName,
	eg: '610001',
};

export const flagTypes: RecordList = {
	target: '/api/patient_flag_types',
	one: 'a flag',
	method: 'searchFlags',
	title: byName,
	eg: '330001',
	hint: 'DrChrono Practice → Flag → Get Many lists the IDs',
};

export const billingProfiles: RecordList = {
	target: '/api/billing_profiles',
	one: 'a billing profile',
	method: 'searchBillingProfiles',
	title: byName,
	eg: '340001',
	hint: 'DrChrono Billing → Billing Profile → Get Many lists the IDs',
};

/** The practice groups of the doctors: the API has no list of them. */
export const practiceGroups: RecordList = {
	target: '/api/doctors',
	one: 'a practice group',
	method: 'searchPracticeGroups',
	title: ({ practice_group_name }) => line(practice_group_name),
	eg: '350001',
	hint: 'The practice_group of a doctor: DrChrono Users → Doctor → Get Many shows it',
	search: listSearch(async (functions, filter) => {
		const names = new Map<string, string>();
		for await (const doctor of searchClient(functions).list('/api/doctors')) {
			const group = textOf(doctor.practice_group);
			if (group) names.set(group, textOf(doctor.practice_group_name) || `Practice group ${group}`);
		}
		const results = [...names].map(([value, name]) => ({ name, value }));
		return containing({ results }, filter);
	}),
};

/** How far back and ahead the list of a patient's appointments goes, in days: DrChrono allows 190 in all. */
const DAYS_BACK = 170;
const DAYS_AHEAD = 14;

/** The appointments of the patient who is chosen in the form. */
export const patientAppointments: RecordList = {
	target: '/api/appointments',
	one: 'an appointment',
	method: 'searchPatientAppointments',
	title: ({ scheduled_time, reason }) =>
		line(textOf(scheduled_time).slice(0, 16).replace('T', ' '), reason),
	eg: '150001',
	hint: 'DrChrono Appointments → Appointment → Get Many lists the IDs',
	query: (functions) => {
		const day = today(functions.getTimezone());
		const range = `${daysFrom(day, -DAYS_BACK)}/${daysFrom(day, DAYS_AHEAD)}`;
		return { ...ofChosen('patient')(functions), date_range: range };
	},
};
