import type { INodeProperties } from 'n8n-workflow';
import { optionalDoctorLocator } from '../shared/locators/doctor';
import { optionalOfficeLocator } from '../shared/locators/office';
import { optionalPatientLocator } from '../shared/locators/patient';
import { userLocator } from '../shared/locators/user';

export const doctor: INodeProperties = {
	...optionalDoctorLocator,
	description: 'Only records of this doctor',
};

export const office: INodeProperties = {
	...optionalOfficeLocator,
	description: 'Only records of this office',
};

export const patient: INodeProperties = {
	...optionalPatientLocator,
	description: 'Only records of this patient',
};

/** A filter by somebody with a login. */
function byUser(displayName: string, name: string, description: string): INodeProperties {
	return { ...userLocator, displayName, name, required: undefined, description };
}

/** By whom an entry was made or changed. */
export const ownUser: INodeProperties = byUser('User', 'user', 'Only records of this user');

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
	{
		...doctor,
		displayName: 'Ordering Doctor',
		name: 'ordering_doctor',
		description: 'Only results that this doctor ordered',
	},
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
	byUser('Owner', 'owner', 'Only messages that belong to this user'),
	patient,
	byUser('Responsible User', 'responsible_user', 'Only messages that this user has to deal with'),
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: messageTypes,
		default: 'PI',
		description: 'Only messages of this kind, such as faxes that came in',
	},
];

export const patientFilters: INodeProperties[] = [doctor];

export const taskFilters: INodeProperties[] = [
	byId(
		'Assignee Group ID',
		'assignee_group',
		'Only tasks of this group. A task’s assignee_group shows the ID. 0 is every group.',
	),
	byUser('Assignee User', 'assignee_user', 'Only tasks of this user'),
	byId(
		'Category ID',
		'category',
		'Only tasks of this category. A task’s category shows the ID. 0 is every category.',
	),
	byId(
		'Status ID',
		'status',
		'Only tasks with this status. A task’s status shows the ID. 0 is every status.',
	),
];
