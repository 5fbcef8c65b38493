import { inputFiles } from '../files';
import { withoutBlanks } from '../input/blanks';
import { ParameterIssue } from '../input/parameters';
import { formOf, MultipartForm } from '../transport/form';
import type { Table } from './crud';
import { clock, givenFields, valuesOf } from './crudParameters';
import { defineOperation, property } from './operation';
import { optionsCollection } from './options';

const FILE_LABEL = 'Input Binary Field';

interface WithFile {
	/** The API's field that takes the file. */
	readonly field: string;
	/** What the operation is good for. */
	readonly description: string;
	/** What the file is. */
	readonly about: string;
	/** Whether the contract has the necessary fields in the query too. */
	readonly inQuery?: true;
	/** Whether there is no record without the file. */
	readonly required?: true;
}

const fileField = (description: string) =>
	property({
		displayName: FILE_LABEL,
		name: 'binaryPropertyName',
		type: 'string',
		typeOptions: { binaryDataProperty: true },
		default: '',
		placeholder: 'e.g. data',
		description,
		hint: 'The name of the input binary field that holds the file, shown under Binary in the input',
	});

/**
 * Create for a record that has a file: a form with the file and the fields beside it, as DrChrono takes
 * files, or JSON where there is no file.
 */
export function createWithFile(table: Table, file: WithFile) {
	const { field, description, about, required, inQuery } = file;
	const { one, target, own, written, simplified, output } = table;
	return defineOperation({
		value: 'create',
		name: 'Create',
		action: `Create ${one}`,
		description,
		creates: true,
		simplified,
		properties: [
			...own,
			{ ...fileField(about), required, default: required ? 'data' : '' },
			...table.additionalFields,
			...output,
			optionsCollection(...clock(written)),
		],
		execute: async ({ api, params, node, itemIndex }) => {
			const { binaryPropertyName } = params as { readonly binaryPropertyName: string };
			const record = withoutBlanks(givenFields(table, params));
			const query = inQuery ? valuesOf(own, params) : {};
			if (binaryPropertyName.trim() === '') return await api.post(target, record, query);
			const files = await inputFiles(node, itemIndex, binaryPropertyName, FILE_LABEL);
			if (files.length > 1) {
				throw new ParameterIssue('names several files, and a record has one', [FILE_LABEL]);
			}
			const form = new MultipartForm({ ...formOf(record), [field]: files[0] });
			return await api.post(target, form, query);
		},
	});
}
