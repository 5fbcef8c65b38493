import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';
import { readNodeParameter } from '../input/filters';
import { labelsOf } from '../messages/labels';
import { runMemory, type Remembered } from './memory';
import {
	RecordWithFiles,
	type BulkOperation,
	type ItemOperation,
	type Operation,
	type OperationContext,
	type OperationResult,
	type Prepared,
	type Resource,
} from './operation';
import { exportFile, exportFormat } from './export';
import { isToolRun } from './toolRun';
import { maximumWaitMs, officeTimeZone } from './options';
import { shapeOutput } from './output';
import { ParameterIssue, type Reading } from '../input/parameters';
import { DrChronoClient } from '../transport/client';
import { IANAZone } from '../vendor/luxon';
import { textOf } from '../messages/words';

type Context = OperationContext<never>;

/**
 * Runs the chosen operation for every input item: the only item loop of the package. Output items are
 * paired with the input item they came from. With Continue On Fail an item that cannot be carried out
 * gives an item with the message, and the others go on.
 * @throws NodeOperationError or NodeApiError that names the item, without Continue On Fail
 */
export async function runOperations(
	node: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	const output: INodeExecutionData[] = [];
	const bulk = new Map<BulkOperation, Prepared[]>();
	const remembered = runMemory();
	for (let itemIndex = 0; itemIndex < node.getInputData().length; itemIndex++) {
		try {
			const operation = chosenOperation(node, resources, itemIndex);
			refuseRetry(node.getNode(), operation);
			const context = readContext(node, operation, itemIndex, remembered);
			if ('executeAll' in operation) {
				const items = bulk.get(operation) ?? [];
				items.push(operation.prepare(context));
				bulk.set(operation, items);
			} else {
				output.push(...(await runItem(operation, context)));
			}
		} catch (thrown) {
			const error = asNodeError(node.getNode(), thrown, itemIndex);
			if (!node.continueOnFail()) throw withProgress(error, output);
			output.push(failedItem(error, itemIndex));
		}
	}
	for (const [operation, items] of bulk) output.push(...(await runBulk(node, operation, items)));
	return [inOrder(output)];
}

/** Bulk operations come last, after what was refused while items were read. */
function inOrder(output: readonly INodeExecutionData[]): INodeExecutionData[] {
	const itemOf = ({ pairedItem }: INodeExecutionData) =>
		typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0;
	return [...output].sort((a, b) => itemOf(a) - itemOf(b));
}

async function runItem(operation: ItemOperation, context: Context): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	const pairedItem = { item: context.itemIndex };
	const result = await operation.execute(context);
	const { options } = context.params as { readonly options?: unknown };
	const format = exportFormat(options);
	const records = each(
		format && isIterable(result)
			? await exportFile(context.node, operation, context.params, format, result)
			: result,
	);
	for await (const record of records) {
		items.push(
			record instanceof RecordWithFiles
				? { json: record.json, binary: record.binary, pairedItem }
				: {
						json: shapeOutput(record, context.params, operation.simplified, operation.told),
						pairedItem,
					},
		);
	}
	return items;
}

/** All items are sent before anything is thrown: one that DrChrono refuses does not cost the others. */
async function runBulk(
	node: IExecuteFunctions,
	operation: BulkOperation,
	prepared: readonly Prepared[],
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	const failures: Array<NodeApiError | NodeOperationError> = [];
	const ids: string[] = [];
	const paramsOf = new Map(prepared.map(({ itemIndex, params }) => [itemIndex, params]));
	for await (const result of operation.executeAll(prepared as never)) {
		const { itemIndex } = result;
		if ('json' in result) {
			const json = shapeOutput(result.json, paramsOf.get(itemIndex) ?? {}, operation.simplified);
			items.push({ json, pairedItem: { item: itemIndex } });
			ids.push(textOf(result.json.id));
		} else {
			const error = asNodeError(node.getNode(), result.error, itemIndex);
			failures.push(error);
			items.push(failedItem(error, itemIndex));
		}
	}
	if (failures.length > 0 && !node.continueOnFail()) {
		const [first] = failures;
		const done = ids.length > 0 ? ` They have the IDs ${ids.join(', ')}.` : '';
		first.description = `${failures.length} of ${prepared.length} items were not carried out, the others were.${done} ${first.description ?? ''} To get the others’ output too, set On Error to Continue in the node’s settings.`;
		throw first;
	}
	return items;
}

/** The entry that n8n adds to the lists of every node with an OAuth2 credential. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

function chosenOperation(
	node: IExecuteFunctions,
	resources: readonly Resource[],
	itemIndex: number,
): Operation {
	const chosen = (name: string) => node.getNodeParameter(name, itemIndex, '') as string;
	const resource =
		resources.length > 1
			? resources.find(({ value }) => value === chosen('resource'))
			: resources[0];
	const operation = resource?.operations.find(({ value }) => value === chosen('operation'));
	if (operation) return operation;
	if ([chosen('resource'), chosen('operation')].includes(CUSTOM_API_CALL)) {
		throw new NodeOperationError(
			node.getNode(),
			`Custom API Call is done by the node DrChrono API Request [item ${itemIndex}]`,
			{
				itemIndex,
				description:
					'Nothing was sent. Add that node in place of this one: it reaches every path of DrChrono’s API with the same credential, and keeps the quota.',
			},
		);
	}
	throw new NodeOperationError(
		node.getNode(),
		`The node does not know the operation "${chosen('operation')}"`,
		{ itemIndex, description: 'Choose an operation from the list.' },
	);
}

/**
 * n8n's Retry On Fail runs the node again with all its items, those included that DrChrono has carried
 * out. @throws NodeOperationError where that would double records
 */
function refuseRetry(node: INode, { creates }: Operation): void {
	if (!creates || !node.retryOnFail) return;
	throw new NodeOperationError(node, 'Retry On Fail would create records twice', {
		description:
			'Turn it off in the node’s settings. n8n would run every item again, also those that DrChrono has carried out. What is safe to repeat, the node repeats by itself.',
	});
}

function readContext(
	node: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
	remembered: Remembered,
): Context {
	const reading: Reading = {
		timeZone: timeZoneOf(node, itemIndex),
		workflowTimeZone: node.getTimezone(),
		isToolRun: isToolRun(node),
	};
	const params: IDataObject = {};
	for (const one of operation.properties) {
		if (one.type === 'notice' || !isOfVersion(one, node.getNode())) continue;
		const { declaration, raw } = shownParameter(node, one, itemIndex);
		const value = readNodeParameter(declaration, raw, reading);
		if (value instanceof ParameterIssue) throw value;
		params[one.name] = value as IDataObject[string];
	}
	const api = new DrChronoClient(node, {
		maximumWaitMs: maximumWaitMs(params.options),
		itemIndex,
		labels: labelsOf(operation.properties),
	});
	const { timeZone } = reading;
	return { api, params: params as never, node, itemIndex, timeZone, reading, remembered };
}

/** Whether a parameter is one of the node's version: an older one may begin with another value. */
function isOfVersion({ displayOptions }: INodeProperties, { typeVersion }: INode): boolean {
	return displayOptions?.show?.['@version']?.includes(typeVersion) ?? true;
}

/**
 * A parameter's value and the rules for it. One that display options hide is not required and has its
 * default, a locator none: n8n throws when asked to extract its value.
 */
function shownParameter(node: IExecuteFunctions, one: INodeProperties, itemIndex: number) {
	const hidden = Symbol('hidden');
	const raw: unknown = node.getNodeParameter(one.name, itemIndex, hidden);
	const isLocator = one.type === 'resourceLocator';
	if (raw === hidden) {
		return {
			declaration: { ...one, required: false },
			raw: isLocator ? undefined : one.default,
		};
	}
	return {
		declaration: one,
		raw: isLocator
			? node.getNodeParameter(one.name, itemIndex, undefined, { extractValue: true })
			: raw,
	};
}

/** The wall clock that times are read by. @throws ParameterIssue for what is not a time zone */
function timeZoneOf(node: IExecuteFunctions, itemIndex: number): string {
	const chosen = node.getNodeParameter(`options.${officeTimeZone.name}`, itemIndex, '');
	const timeZone = textOf(chosen).trim();
	if (timeZone === '') return node.getTimezone();
	if (IANAZone.isValidZone(timeZone)) return timeZone;
	throw new ParameterIssue('is not a time zone. Write it like America/New_York', [
		officeTimeZone.displayName,
	]);
}

async function* each(result: OperationResult): AsyncGenerator<IDataObject | RecordWithFiles> {
	if (result instanceof RecordWithFiles) yield result;
	else if (isIterable(result)) yield* result;
	else yield result;
}

function isIterable(
	result: OperationResult,
): result is Iterable<IDataObject> | AsyncIterable<IDataObject> {
	return Symbol.asyncIterator in result || Symbol.iterator in result;
}

function failedItem(
	error: NodeApiError | NodeOperationError,
	itemIndex: number,
): INodeExecutionData {
	return { json: { error: error.message }, error, pairedItem: { item: itemIndex } };
}

function asNodeError(
	node: INode,
	thrown: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) return thrown;
	if (thrown instanceof ParameterIssue) {
		return new NodeOperationError(
			node,
			`“${thrown.path.join(' → ')}” ${thrown.message} [item ${itemIndex}]`,
			{ itemIndex, description: 'Nothing was sent to DrChrono for this item.' },
		);
	}
	return new NodeOperationError(node, thrown instanceof Error ? thrown : String(thrown), {
		itemIndex,
	});
}

/** Without Continue On Fail the output so far is lost, but what was done in DrChrono stays done. */
function withProgress(error: NodeApiError | NodeOperationError, output: INodeExecutionData[]) {
	const done = new Set(output.map(({ pairedItem }) => JSON.stringify(pairedItem))).size;
	if (done > 0) {
		error.description = `${error.description ?? ''} ${done === 1 ? '1 item before it was' : `${done} items before it were`} already carried out in DrChrono.`;
	}
	return error;
}
