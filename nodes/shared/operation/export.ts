import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { choice } from '../fields/kinds';
import { BYTE_ORDER_MARK, csvHeader, csvRow } from './csv';
import { withNameFields } from './names';
import { RecordWithFiles, type Operation } from './operation';
import { shapeOutput } from './output';

/** So much text goes to n8n's storage at once, in characters. */
const CHUNK_CHARACTERS = 65_536;
const BINARY_FIELD = 'data';

const FORMATS = {
	csv: { mimeType: 'text/csv', extension: 'csv' },
	jsonLines: { mimeType: 'application/x-ndjson', extension: 'jsonl' },
} as const;

type Format = keyof typeof FORMATS;

/** The parameters that say what a record is passed on with. */
type Shape = Readonly<Partial<Record<'output' | 'fields' | 'options', unknown>>>;

type Records = Iterable<IDataObject> | AsyncIterable<IDataObject>;

/** The option of every list that gives its records as one file. */
export const exportAs = {
	...choice(
		{
			csv: 'CSV File',
			jsonLines: 'JSON Lines File',
		},
		{
			about:
				'Give the records as one file in the field “data” in place of an item each. For long lists.',
		},
	),
	name: 'exportAs',
	displayName: 'Export As',
} as const;

/** The format that the Options ask for, if they ask for a file. */
export function exportFormat(options: unknown): Format | undefined {
	const format = (options as IDataObject | undefined)?.exportAs;
	return format === 'csv' || format === 'jsonLines' ? format : undefined;
}

/**
 * Writes the records of a list into n8n's binary storage as they come and gives one item for the file.
 * What ends the list early, such as a cancelled execution, ends the file with it: no item stands for a part.
 */
export async function exportFile(
	node: IExecuteFunctions,
	operation: Operation,
	params: Shape,
	format: Format,
	records: Records,
): Promise<RecordWithFiles> {
	const { mimeType, extension } = FORMATS[format];
	const fileName = `${operation.action.replace(/^Get many /i, '').replace(/\W+/g, '-')}.${extension}`;
	const count = { records: 0, bytes: 0 };
	const rows = counted(records, count, (record) =>
		format === 'csv'
			? csvRow(record, columnsOf(operation, params))
			: `${JSON.stringify(shapeOutput(record, params, operation.simplified))}\n`,
	);
	const head = format === 'csv' ? BYTE_ORDER_MARK + csvHeader(columnsOf(operation, params)) : '';
	const binary = await store(node, chunks(head, rows, count), fileName, mimeType);
	return new RecordWithFiles({ fileName, mimeType, ...count }, { [BINARY_FIELD]: binary });
}

/** The columns are known before the first record: those of the Output choice, and for Raw all that it offers. */
function columnsOf(operation: Operation, params: Shape): readonly string[] {
	return withNameFields(fieldsOf(operation, params), params.options);
}

function fieldsOf({ simplified = [], properties }: Operation, { output, fields }: Shape) {
	if (output === 'selected' && Array.isArray(fields)) return fields as string[];
	if (output !== 'raw' && simplified.length > 0) return simplified;
	const offered = properties.find(({ name }) => name === 'fields')?.options ?? [];
	return [
		...new Set([
			...simplified,
			...offered.flatMap((one) => ('value' in one ? [String(one.value)] : [])),
		]),
	];
}

async function* counted(
	records: Records,
	count: { records: number },
	write: (record: IDataObject) => string,
): AsyncGenerator<string> {
	for await (const record of records) {
		count.records += 1;
		yield write(record);
	}
}

async function* chunks(
	head: string,
	rows: AsyncIterable<string>,
	count: { bytes: number },
): AsyncGenerator<Buffer> {
	let text = head;
	const bytes = () => {
		const chunk = Buffer.from(text);
		count.bytes += chunk.length;
		text = '';
		return chunk;
	};
	for await (const row of rows) {
		text += row;
		if (text.length >= CHUNK_CHARACTERS) yield bytes();
	}
	yield bytes();
}

type Content = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

/**
 * Where n8n keeps files in the file system, it writes them as they come. Its other storages hold a whole
 * file in memory, so there it is put together here.
 */
async function store(
	node: IExecuteFunctions,
	content: AsyncIterable<Buffer>,
	fileName: string,
	mimeType: string,
): Promise<IBinaryData> {
	const probe = await node.helpers.prepareBinaryData(Buffer.alloc(0), fileName, mimeType);
	if (probe.id?.startsWith('filesystem')) {
		// Node’s file system takes anything that gives chunks; n8n’s type names streams alone.
		return await node.helpers.prepareBinaryData(content as unknown as Content, fileName, mimeType);
	}
	const parts: Buffer[] = [];
	for await (const part of content) parts.push(part);
	return await node.helpers.prepareBinaryData(Buffer.concat(parts), fileName, mimeType);
}
