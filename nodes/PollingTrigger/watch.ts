import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { shapeOutput } from '../shared/operation/output';
import type { DrChronoClient } from '../shared/transport/client';
import type { Change } from './place';
import type { Source } from './sources';

/** What one poll of one trigger works with. */
export interface Watch {
	readonly source: Source;
	readonly triggerOn: string;
	readonly query: IDataObject;
	readonly output: { readonly output: unknown; readonly fields: unknown };
	readonly overlapMs: number;
	/** How much longer n8n waits for this poll, in ms. */
	readonly leftMs: () => number;
	readonly api: DrChronoClient;
}

/** A record as the workflow gets it. */
export function toItem(
	record: IDataObject,
	change: Change,
	{ output, source }: Watch,
): INodeExecutionData {
	return { json: { change, ...shapeOutput(record, output, source.simplified) } };
}
