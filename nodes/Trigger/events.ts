import type { INodePropertyOptions } from 'n8n-workflow';
import { textOf } from '../shared/messages/words';
import { optionNames } from '../shared/messages/labels';

/** What DrChrono sends to try a callback out; its record is not one of the practice. */
export const PING = 'PING';
/** The choice that stands for all events, those included that DrChrono has yet to add. */
export const EVERY_EVENT = '*';

export interface EventKind {
	/** The resource, which is the object of the delivery, as in the names of records.ts. */
	readonly resource: string;
	/** As n8n shows it. */
	readonly name: string;
}

/** Every event of DrChrono's API-management page, spelled as DrChrono spells it. */
export const EVENTS: Readonly<Partial<Record<string, EventKind>>> = {
	APPOINTMENT_CREATE: { resource: 'appointment', name: 'Appointment Created' },
	APPOINTMENT_DELETE: { resource: 'appointment', name: 'Appointment Deleted' },
	APPOINTMENT_MODIFY: { resource: 'appointment', name: 'Appointment Modified' },
	CASH_PAYMENT_DELETE: { resource: 'cashPayment', name: 'Cash Payment Deleted' },
	CLINICAL_NOTE_LOCK: { resource: 'clinicalNote', name: 'Clinical Note Locked' },
	CLINICAL_NOTE_UNLOCK: { resource: 'clinicalNote', name: 'Clinical Note Unlocked' },
	LAB_ORDER_CREATE: { resource: 'labOrder', name: 'Lab Order Created' },
	LAB_ORDER_DELETE: { resource: 'labOrder', name: 'Lab Order Deleted' },
	LAB_ORDER_MODIFY: { resource: 'labOrder', name: 'Lab Order Modified' },
	LINE_ITEM_CREATE: { resource: 'lineItem', name: 'Line Item Created' },
	LINE_ITEM_DELETE: { resource: 'lineItem', name: 'Line Item Deleted' },
	LINE_ITEM_MODIFY: { resource: 'lineItem', name: 'Line Item Modified' },
	LINE_ITEM_TRANSACTION_DELETE: {
		resource: 'lineItemTransaction',
		name: 'Line Item Transaction Deleted',
	},
	PATIENT_ALLERGY_CREATE: { resource: 'patientAllergy', name: 'Patient Allergy Created' },
	PATIENT_ALLERGY_MODIFY: { resource: 'patientAllergy', name: 'Patient Allergy Modified' },
	PATIENT_CREATE: { resource: 'patient', name: 'Patient Created' },
	PATIENT_FLAG_CMODIFY: { resource: 'patientFlag', name: 'Patient Flag Modified' },
	PATIENT_FLAG_CREATE: { resource: 'patientFlag', name: 'Patient Flag Created' },
	PATIENT_MEDICATION_CREATE: { resource: 'patientMedication', name: 'Patient Medication Created' },
	PATIENT_MEDICATION_MODIFY: { resource: 'patientMedication', name: 'Patient Medication Modified' },
	PATIENT_MODIFY: { resource: 'patient', name: 'Patient Modified' },
	PATIENT_PROBLEM_CREATE: { resource: 'patientProblem', name: 'Patient Problem Created' },
	PATIENT_PROBLEM_MODIFY: { resource: 'patientProblem', name: 'Patient Problem Modified' },
	TASK_CREATE: { resource: 'task', name: 'Task Created' },
	TASK_DELETE: { resource: 'task', name: 'Task Deleted' },
	TASK_MODIFY: { resource: 'task', name: 'Task Modified' },
	VACCINE_ADMINISTERED: { resource: 'vaccine', name: 'Vaccine Administered' },
};

/** The choice of events: all, or by resource and what happened to it. */
export const eventOptions: INodePropertyOptions[] = [
	{ name: 'Every Event', value: EVERY_EVENT },
	...Object.entries(EVENTS).map(([value, kind]) => ({ name: kind?.name ?? value, value })),
].sort((a, b) => a.name.localeCompare(b.name));

/** What the canvas shows under the node's name: the chosen events as n8n shows them in the list. */
export const eventSubtitle = `={{ [$parameter["events"]].flat().map((event) => (${optionNames(eventOptions)})[event] ?? event).join(", ") }}`;

/** Spellings of one event: DrChrono's documentation says CMODIFY, its console and its deliveries MODIFY. */
const SPELLINGS: Readonly<Partial<Record<string, string>>> = {
	PATIENT_FLAG_MODIFY: 'PATIENT_FLAG_CMODIFY',
};

/** The one name of an event, however a delivery spells it. */
export function eventNamed(spelled: string): string {
	const name = spelled.trim().toUpperCase();
	return SPELLINGS[name] ?? name;
}

/** The names of chosen events; an expression may give them as a text with commas. */
export const eventsChosen = (events: unknown): string[] =>
	[events]
		.flat()
		.flatMap((event) => textOf(event).split(',').map(eventNamed))
		.filter(Boolean);

/**
 * Whether the workflow wants an event. One that the list above does not have is for those who chose every
 * event: DrChrono adds new ones.
 */
export function isWanted(
	event: string,
	{ events, passPings }: { events: readonly string[]; passPings: boolean },
): boolean {
	if (event === PING) return passPings;
	return events.includes(EVERY_EVENT) || events.includes(event);
}
