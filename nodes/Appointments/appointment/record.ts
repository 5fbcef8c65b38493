import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { verbose } from '../../shared/operation/options';
import { outputProperties } from '../../shared/operation/output';
import { ParameterIssue } from '../../shared/input/parameters';
import { appointmentFields, appointmentSimplified, readOnlyAppointmentFields } from './fields';

/** Written, but never part of an answer. */
const WRITE_ONLY = ['reminder_profile'];

export const appointmentOutput = outputProperties(appointmentSimplified, [
	...appointmentFields.map(({ name }) => name).filter((name) => !WRITE_ONLY.includes(name)),
	...readOnlyAppointmentFields,
]);

export const verboseAppointment = verbose(
	'vitals, reminders, the clinical note’s state, earlier statuses and the fields your practice added',
);

export const allowOverlapping: INodeProperties = {
	displayName: 'Allow Overlapping',
	name: 'allowOverlapping',
	type: 'boolean',
	default: false,
	description: 'Whether to book the time even if the doctor or the room is taken then',
};

/** What the Allow Overlapping option adds to a request's body. */
export function overlapping({ allowOverlapping: allowed }: IDataObject): IDataObject {
	return allowed ? { allow_overlapping: true } : {};
}

/** @throws ParameterIssue if nothing says how long a new appointment is: neither it nor its profile */
export function requireLength({ duration, profile }: IDataObject): void {
	if (duration || profile) return;
	throw new ParameterIssue('is 0. Set it, or add an Appointment Profile, which has one', [
		'Duration (Minutes)',
	]);
}
