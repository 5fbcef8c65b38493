import { declare, type Field } from '../fields/field';
import { needed, text } from '../fields/kinds';
import { fileAt, outputFileField } from '../fileOutput';
import { inputFiles } from '../files';
import { withoutBlanks } from '../input/blanks';
import { ParameterIssue } from '../input/parameters';
import { textOf } from '../messages/words';
import { formOf, MultipartForm } from '../transport/form';
import type { Table } from './crud';
import { clock, givenFields, recordPath } from './crudParameters';
import { defineOperation, property, type Operation } from './operation';
import { optionsCollection } from './options';

/** A field of a record that is a file, and what an operation with it is good for. */
interface RecordFile {
	/** The API's name of the field. */
	readonly field: string;
	readonly description: string;
}

const BINARY = 'Input Binary Field';

const binaryField = (field: Field<'string'>) =>
	property(
		declare({ binaryPropertyName: needed({ ...field, default: 'data' }) }).binaryPropertyName,
	);

const inputField = binaryField({
	...text({
		label: BINARY,
		eg: 'data',
		hint: 'The field that holds the file, shown under Binary in the input',
	}),
	typeOptions: { binaryDataProperty: true },
});

/** Makes a record of a file and the fields that go with it. */
export function upload(table: Table, { field, description }: RecordFile): Operation {
	const { one, target, own, written, simplified, output } = table;
	return defineOperation({
		value: 'upload',
		name: 'Upload',
		action: `Upload ${one}`,
		description,
		creates: true,
		simplified,
		properties: [
			inputField,
			...own,
			...table.additionalFields,
			...output,
			optionsCollection(...clock(written)),
		],
		execute: async ({ api, params, node, itemIndex }) => {
			const { binaryPropertyName } = params as { readonly binaryPropertyName: string };
			const [file, ...others] = await inputFiles(node, itemIndex, binaryPropertyName, BINARY);
			if (others.length > 0) {
				throw new ParameterIssue('names several files. Name one, and upload the others as items', [
					BINARY,
				]);
			}
			const record = withoutBlanks(givenFields(table, params));
			return await api.post(target, new MultipartForm({ ...formOf(record), [field]: file }));
		},
	});
}

/** Gives a record with its file. */
export function downloadOf(table: Table, { field, description }: RecordFile): Operation {
	const { one, chosen } = table;
	return defineOperation({
		value: 'download',
		name: 'Download',
		action: `Download ${one}`,
		description,
		properties: [...chosen, outputFileField, optionsCollection()],
		execute: async ({ api, params, node, itemIndex }) => {
			const record = await api.get(recordPath(table, params));
			// The address holds good for a short time only, and whoever has it can read the file.
			const others = Object.entries(record).filter(([name]) => name !== field);
			return await fileAt(
				node,
				{ record: Object.fromEntries(others), noun: one },
				textOf(record[field]),
				{ field: textOf(params.binaryPropertyName), options: params.options, itemIndex },
			);
		},
	});
}
