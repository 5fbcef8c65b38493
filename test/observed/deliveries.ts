import type { JsonObject } from '../simulator/json';
import { createdAppointment } from './appointments';

/** A delivery as it was seen. */
export interface ObservedDelivery {
	readonly practice_group_id: number;
	readonly receiver: JsonObject;
	readonly object: JsonObject;
}

/** What a delivery says of the webhook that it is for. */
const receiver: JsonObject = {
	id: 5432,
	callback_url: 'https://n8n.example.com/webhook/xyz',
	active: true,
	events: ['APPOINTMENT_MODIFY'],
};

/** A changed appointment, verbose, beside the practice group, which the documentation does not name. */
export const appointmentModify: ObservedDelivery = {
	practice_group_id: 333,
	receiver,
	object: { ...createdAppointment, status: 'Arrived' },
};

/** A test of the callback: signed as any delivery, with an empty record. */
export const ping: ObservedDelivery = { practice_group_id: 333, receiver, object: {} };

/** What the token of an iframe holds, all of it as numbers. */
export const iframeClaims = {
	iat: 1_700_000_600,
	doctor_id: 3,
	patient_id: 2042,
	practice_id: 88,
};
