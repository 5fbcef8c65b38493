import { jsonParse, type IDataObject } from 'n8n-workflow';
import { isObject } from '../shared/json';
import { textOf } from '../shared/messages/words';
import { shapeOutput } from '../shared/operation/output';
import { EVENTS, PING, eventNamed } from './events';
import { RECORDS } from './records';

/** One delivery, as DrChrono sent it. */
export interface Delivery {
	/** In one spelling: see `eventNamed`. */
	readonly event: string;
	/** The same when DrChrono sends it again; empty if it named none. */
	readonly id: string;
	/** The practice group, which DrChrono's deliveries name although its documentation does not. */
	readonly practiceGroupId?: IDataObject[string];
	/** Which webhook of DrChrono's API-management page it was. */
	readonly receiver?: IDataObject;
	/** `undefined` when there is none: the delivery must not be taken for one then. */
	readonly record?: IDataObject;
}

/** A delivery that can be passed on. */
export type WholeDelivery = Delivery & { readonly record: IDataObject };

/**
 * The body is `{"practice_group_id": 222, "receiver": {...}, "object": {...}}`.
 * @param bodies the body as n8n has parsed it, and as it came: n8n does not parse every type of content
 * @returns `undefined` when DrChrono names no event
 */
export function readDelivery(
	headers: IDataObject,
	bodies: readonly unknown[],
): Delivery | undefined {
	const event = headers['x-drchrono-event'];
	const id = headers['x-drchrono-delivery'];
	if (typeof event !== 'string' || event === '') return undefined;
	const body = bodies.map(objectOf).find((one) => objectOf(one?.object));
	const { practice_group_id: practiceGroupId, receiver } = body ?? {};
	const record = objectOf(body?.object);
	return {
		event: eventNamed(event),
		id: typeof id === 'string' ? id : '',
		practiceGroupId,
		...(isObject(receiver) && { receiver }),
		...(record && { record }),
	};
}

/** A test of the callback has no record, and needs none. */
export function isWhole(delivery: Delivery): delivery is WholeDelivery {
	return delivery.record !== undefined;
}

/** Whether a delivery is about one of these practice groups; about any if there are none. */
export function isOfPractice({ practiceGroupId }: Delivery, ids: readonly string[]): boolean {
	return ids.length === 0 || ids.includes(textOf(practiceGroupId));
}

/**
 * What the workflow gets of a delivery.
 * @param receivedAt ms since 1970
 */
export function deliveryItem(
	{ event, id, practiceGroupId, receiver, record }: WholeDelivery,
	output: { readonly output: unknown; readonly fields: unknown },
	receivedAt: number,
): IDataObject {
	const resource = EVENTS[event]?.resource;
	const about = {
		event,
		delivery_id: id,
		received_at: new Date(receivedAt).toISOString(),
		...(practiceGroupId !== undefined && { practice_group_id: practiceGroupId }),
		...(output.output === 'raw' && receiver && { receiver }),
	};
	if (resource === undefined) {
		return event === PING ? { ...about, record } : { ...about, hint: UNKNOWN_EVENT, record };
	}
	return { ...about, resource, record: shapeOutput(record, output, RECORDS[resource].simplified) };
}

const UNKNOWN_EVENT =
	'DrChrono has added this event after this version of the node was made, so its record is passed on whole. Look for an update of n8n-nodes-drchrono.';

/** A body as an object: parsed once more if it is still text or bytes. */
function objectOf(body: unknown): IDataObject | undefined {
	const parsed = parsedOnce(body);
	// Some senders write the whole of it as a text in JSON.
	const whole = typeof parsed === 'string' ? parsedOnce(parsed) : parsed;
	return isObject(whole) ? whole : undefined;
}

function parsedOnce(body: unknown): unknown {
	if (typeof body !== 'string' && !Buffer.isBuffer(body)) return body;
	return jsonParse<unknown>(body.toString().replace(/^\uFEFF/, ''), { fallbackValue: '' });
}
