import type { INodeProperties } from 'n8n-workflow';
import { optionalDoctorLocator } from '../shared/locators/doctor';
import { patientLocator } from '../shared/locators/patient';

const doctor: INodeProperties = {
	...optionalDoctorLocator,
	description: 'Only records of this doctor',
};

const patient: INodeProperties = {
	...patientLocator,
	name: 'patient',
	required: false,
	description: 'Only records of this patient',
};

/** A filter by an ID that n8n has no list for. */
function byId(displayName: string, name: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description,
	};
}

const office = byId('Office ID', 'office', 'Only records of this office');

export const appointmentFilters: INodeProperties[] = [
	doctor,
	office,
	patient,
	{
		displayName: 'Status',
		name: 'status',
		type: 'string',
		default: '',
		placeholder: 'e.g. Checked In',
		description: 'Only appointments with this status, which may be one of your own',
	},
];

export const clinicalNoteFilters: INodeProperties[] = [doctor, office, patient];

export const documentFilters: INodeProperties[] = [doctor, patient];

export const labResultFilters: INodeProperties[] = [
	doctor,
	{ ...doctor, displayName: 'Ordering Doctor', name: 'ordering_doctor' },
	patient,
];

/** Types of messages that the contract names, without those that are exports of DrChrono's own. */
const messageTypes = [
	{ name: 'Inbound Direct Message', value: 'ID' },
	{ name: 'Inbound Referral', value: 'IR' },
	{ name: 'Incoming eRx', value: 'IE' },
	{ name: 'Incoming Fax', value: 'IF' },
	{ name: 'Incoming Labs', value: 'IL' },
	{ name: 'Online Appointment', value: 'OA' },
	{ name: 'Outbound Direct Message', value: 'OD' },
	{ name: 'Outbound Referral', value: 'OR' },
	{ name: 'Outgoing Fax', value: 'OF' },
	{ name: 'Patient Incoming Message', value: 'PI' },
	{ name: 'Patient Onboarding', value: 'PO' },
	{ name: 'Patient Outgoing Message', value: 'PM' },
];

export const messageFilters: INodeProperties[] = [
	doctor,
	byId('Owner ID', 'owner', 'Only messages of this user of DrChrono'),
	patient,
	byId('Responsible User ID', 'responsible_user', 'Only messages assigned to this user'),
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: messageTypes,
		default: 'PI',
		description: 'Only messages of this kind',
	},
];

export const patientFilters: INodeProperties[] = [doctor];

export const taskFilters: INodeProperties[] = [
	byId('Assignee Group ID', 'assignee_group', 'Only tasks of this group'),
	byId('Assignee User ID', 'assignee_user', 'Only tasks of this user'),
	byId('Category ID', 'category', 'Only tasks of this category'),
	byId('Status ID', 'status', 'Only tasks with this status'),
];
