import type {
	IBinaryData,
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	NodePropertyTypes,
} from 'n8n-workflow';
import type { Marks } from '../fields/field';
import type { DrChronoClient } from '../transport/client';
import type { Reading } from '../input/parameters';
import type { Remembered } from './memory';

/** What a parameter of each type is once it is read (see parameters.ts). */
interface PropertyValues {
	string: string;
	number: number;
	boolean: boolean;
	dateTime: string | null;
	options: string;
	multiOptions: string[];
	collection: IDataObject;
	fixedCollection: IDataObject;
	/** A number where the API's IDs are whole numbers. */
	resourceLocator: string | number;
}

export type Property<
	N extends string = string,
	T extends NodePropertyTypes = NodePropertyTypes,
> = INodeProperties & Marks & { readonly name: N; readonly type: T };

/** A text parameter that holds a list of texts. */
export type TextList<N extends string = string> = Property<N, 'string'> & {
	readonly typeOptions: { readonly multipleValues: true };
};

export type ParamsOf<P extends readonly Property[]> = {
	[Q in P[number] as Q['name']]: Q extends TextList
		? string[]
		: Q['type'] extends keyof PropertyValues
			? PropertyValues[Q['type']]
			: unknown;
};

/** Keeps the name and the type of a declaration, so that `params.x` is known to the compiler. */
export function property<const N extends string, const T extends NodePropertyTypes>(
	declaration: INodeProperties & Marks & { name: N; type: T },
): Property<N, T> {
	return declaration;
}

/** A record with files. */
export class RecordWithFiles {
	constructor(
		readonly json: IDataObject,
		readonly binary: Record<string, IBinaryData>,
	) {}
}

export type OperationResult =
	IDataObject | RecordWithFiles | Iterable<IDataObject> | AsyncIterable<IDataObject>;

export interface OperationContext<Params> {
	readonly api: DrChronoClient;
	readonly params: Params;
	/** n8n's functions, for binary data and input items. */
	readonly node: IExecuteFunctions;
	readonly itemIndex: number;
	/** IANA name of the office's time zone: the Office Time Zone option, or else the workflow's. */
	readonly timeZone: string;
	/** How the values of an input item are read. */
	readonly reading: Reading;
	/** What this run of the node remembers from item to item. */
	readonly remembered: Remembered;
}

/** What became of one input item of a bulk operation. */
export type BulkResult =
	| { readonly itemIndex: number; readonly json: IDataObject }
	| { readonly itemIndex: number; readonly error: unknown };

interface Description {
	readonly value: string;
	readonly name: string;
	readonly action: string;
	readonly description: string;
	/** The fields of a record that Output → Simplified keeps, the most useful first. */
	readonly simplified?: readonly string[];
	/** Fields that tell what was done, which every Output keeps. */
	readonly told?: readonly string[];
	/** Carried out again, it would make another record or send another message. */
	readonly creates?: true;
}

/** Carried out once per input item. */
export interface ItemOperation extends Description {
	readonly properties: readonly Property[];
	execute(context: OperationContext<never>): OperationResult | Promise<OperationResult>;
}

/** What a bulk operation made of one input item before anything is sent. */
export interface Prepared {
	readonly itemIndex: number;
	/** For the Output choice. */
	readonly params: { readonly output?: unknown; readonly fields?: unknown };
}

/** Carried out once for all input items that could be prepared. */
export interface BulkOperation extends Description {
	readonly properties: readonly Property[];
	prepare(context: OperationContext<never>): Prepared;
	executeAll(items: readonly never[]): AsyncIterable<BulkResult>;
}

export type Operation = ItemOperation | BulkOperation;

/** A resource of a node, in the order in which n8n shows them. */
export interface Resource {
	readonly value: string;
	/** Of a resource that is made of a table: its path after `/api/`. */
	readonly path?: string;
	readonly name: string;
	readonly operations: readonly Operation[];
	/** The value of the operation that a new node starts with. */
	readonly initial: string;
}

/**
 * An operation of its own file: what n8n shows and what it does, together. The types of `params` are
 * those of `properties`.
 */
export function defineOperation<
	const N extends string,
	const T extends NodePropertyTypes,
	P extends Array<Property<N, T>>,
>(
	operation: Description & {
		properties: [...P];
		execute(context: OperationContext<ParamsOf<P>>): OperationResult | Promise<OperationResult>;
	},
): ItemOperation {
	return operation;
}

/**
 * The same for an operation that looks at all input items together. `prepare` reads one item and
 * throws what is wrong with it; nothing may be sent before all are prepared.
 */
export function defineBulkOperation<
	const N extends string,
	const T extends NodePropertyTypes,
	P extends Array<Property<N, T>>,
	Item extends Prepared,
>(
	operation: Description & {
		properties: [...P];
		prepare(context: OperationContext<ParamsOf<P>>): Item;
		executeAll(items: readonly Item[]): AsyncIterable<BulkResult>;
	},
): BulkOperation {
	return operation;
}
