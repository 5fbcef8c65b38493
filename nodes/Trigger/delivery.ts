import type { IDataObject } from 'n8n-workflow';
import { shapeOutput } from '../shared/operation/output';
import { EVENTS, PING } from './events';
import { RECORDS } from './records';

/** One delivery, as DrChrono sent it. */
export interface Delivery {
	readonly event: string;
	/** The same when DrChrono sends it again; empty if it named none. */
	readonly id: string;
	readonly record: IDataObject;
}

/** @returns `undefined` when DrChrono names no event */
export function readDelivery(headers: IDataObject, body: unknown): Delivery | undefined {
	const event = headers['x-drchrono-event'];
	const id = headers['x-drchrono-delivery'];
	if (typeof event !== 'string' || event === '') return undefined;
	return { event, id: typeof id === 'string' ? id : '', record: recordOf(body) };
}

/**
 * What the workflow gets of a delivery.
 * @param receivedAt ms since 1970
 */
export function deliveryItem(
	{ event, id, record }: Delivery,
	output: { readonly output: unknown; readonly fields: unknown },
	receivedAt: number,
): IDataObject {
	const resource = EVENTS[event]?.resource;
	const about = { event, delivery_id: id, received_at: new Date(receivedAt).toISOString() };
	if (resource === undefined) {
		return event === PING ? { ...about, record } : { ...about, hint: UNKNOWN_EVENT, record };
	}
	return { ...about, resource, record: shapeOutput(record, output, RECORDS[resource].simplified) };
}

const UNKNOWN_EVENT =
	'DrChrono has added this event after this version of the node was made, so its record is passed on whole. Look for an update of n8n-nodes-drchrono.';

/** The body is `{"receiver": {...}, "object": {...}}`; the receiver says which webhook it was. */
function recordOf(body: unknown): IDataObject {
	const object = isObject(body) ? body.object : undefined;
	return isObject(object) ? object : {};
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
