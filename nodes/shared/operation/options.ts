import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { exportAs } from './export';
import { property } from './operation';

const DEFAULT_MAXIMUM_WAIT_S = 60;
const DEFAULT_BATCH_SIZE = 100;

/** How long a request may wait for DrChrono's quota, in ms, from the Options collection. */
export function maximumWaitMs(options: unknown): number {
	const chosen = (options as { maximumWait?: number | null } | undefined)?.maximumWait;
	return (chosen ?? DEFAULT_MAXIMUM_WAIT_S) * 1_000;
}

const maximumWait: INodeProperties = {
	displayName: 'Maximum Wait (Seconds)',
	name: 'maximumWait',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: DEFAULT_MAXIMUM_WAIT_S,
	description: 'How long to wait when DrChrono accepts no more requests; 3600 is always enough',
};

export const batchSize: INodeProperties = {
	displayName: 'Batch Size',
	name: 'batchSize',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: DEFAULT_BATCH_SIZE,
	description: 'How many records to send together. Fewer only make it slower.',
};

/** How many records to send in one request, from the Options collection. */
export function batchSizeOf({ batchSize: size }: IDataObject): number {
	return Number(size ?? DEFAULT_BATCH_SIZE);
}

export const ignoreUnknownFields: INodeProperties = {
	displayName: 'Ignore Unknown Fields',
	name: 'ignoreUnknownFields',
	type: 'boolean',
	default: false,
	description:
		'Whether to leave out fields that DrChrono does not have. Otherwise such an item is refused.',
};

export const officeTimeZone: INodeProperties = {
	displayName: 'Office Time Zone',
	name: 'officeTimeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. America/New_York',
	description:
		'The zone of the office’s clock, which DrChrono’s times follow; empty takes the workflow’s. A time in another zone is converted.',
};

/** @param extra what DrChrono leaves out of its answers unless it is asked for, such as `insurance` */
export function verbose(extra: string): INodeProperties {
	return {
		displayName: 'Verbose',
		name: 'verbose',
		type: 'boolean',
		default: false,
		description: `Whether to also get what DrChrono leaves out by default: ${extra}. Choose Raw or Selected Fields under Output to see it. Takes longer.`,
	};
}

export const returnRecord: INodeProperties = {
	displayName: 'Return Whole Record',
	name: 'returnRecord',
	type: 'boolean',
	default: false,
	description:
		'Whether to read the record again and return all of it, at one more request. Otherwise the ID and what was changed are returned.',
};

/** The Options collection of an operation; Maximum Wait is in all of them. */
export function optionsCollection(...others: INodeProperties[]) {
	return property({
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...others, maximumWait].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	});
}

/** The Options collection of an operation that lists records. */
export function listOptions(...others: INodeProperties[]) {
	return optionsCollection(exportAs, ...others);
}

/** The query of a read with the Verbose option. */
export function verboseQuery({ verbose: wantsAll }: IDataObject): IDataObject {
	return wantsAll ? { verbose: true } : {};
}
