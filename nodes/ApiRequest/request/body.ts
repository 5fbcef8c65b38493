import { jsonParse, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { choice, needed, rows, text } from '../../shared/fields/kinds';
import { declare } from '../../shared/fields/field';
import { inputFiles } from '../../shared/files';
import { ParameterIssue } from '../../shared/input/parameters';
import { property } from '../../shared/operation/operation';
import type { ApiRequest } from '../../shared/transport/client';
import { MultipartForm, type FilePart } from '../../shared/transport/form';
import type { QueryParameter } from './path';

const FILE_LABEL = 'Input Binary Field';

const bodyType = property({
	...choice(
		{
			json: ['JSON', 'Fields as DrChrono’s API names them'],
			file: ['File', 'A file from the input, with further fields'],
			none: ['Nothing', 'For paths that take no fields'],
		},
		{ about: 'What to send' },
	),
	name: 'bodyType',
	displayName: 'Body',
});

const json = property({
	displayName: 'JSON',
	name: 'body',
	type: 'json',
	required: true,
	default: '{}',
	displayOptions: { show: { bodyType: ['json'] } },
	description: 'One object with the fields, or a list of objects where the path takes several',
});

const ofFile = { displayOptions: { show: { bodyType: ['file'] } } };
const { binaryPropertyName, fileField, formFields } = declare({
	binaryPropertyName: {
		...needed(
			text({
				label: FILE_LABEL,
				hint: 'The name of the input binary field that holds the file, shown under Binary in the input',
			}),
		),
		default: 'data',
		typeOptions: { binaryDataProperty: true },
		...ofFile,
	},
	fileField: {
		...needed(text({ eg: 'document', about: 'The field of DrChrono’s API that takes the file' })),
		...ofFile,
	},
	formFields: {
		...rows(
			{ name: text({ eg: 'description' }), value: text() },
			{ row: 'Field', about: 'What else the record has, such as patient, doctor and date' },
		),
		...ofFile,
	},
});

/** What a writing operation sends: JSON, a file with fields, or nothing. */
export const bodyProperties = [
	bodyType,
	json,
	property(binaryPropertyName),
	property(fileField),
	property(formFields),
] as const;

interface BodyParameters {
	readonly bodyType: string;
	readonly body: unknown;
	readonly binaryPropertyName: string;
	readonly fileField: string;
	readonly formFields: unknown;
}

/** @throws ParameterIssue for what is not JSON, or a file that is not there */
export async function bodyOf(
	params: BodyParameters,
	node: IExecuteFunctions,
	itemIndex: number,
): Promise<ApiRequest['body']> {
	if (params.bodyType === 'none') return undefined;
	if (params.bodyType === 'json') return jsonBody(params.body);
	const files = await inputFiles(node, itemIndex, params.binaryPropertyName, FILE_LABEL);
	if (files.length > 1) {
		throw new ParameterIssue('names several files, and a request has one', [FILE_LABEL]);
	}
	const fields: Record<string, string | FilePart> = { [params.fileField]: files[0] };
	for (const { name, value } of params.formFields as readonly QueryParameter[]) {
		fields[name] = value;
	}
	return new MultipartForm(fields);
}

/**
 * An object, or a list of objects; an expression gives it as such, the editor as text. Pure.
 * @throws ParameterIssue for anything else, and for what has no fields
 */
export function jsonBody(given: unknown): IDataObject | IDataObject[] {
	const value = typeof given === 'string' ? jsonParse(given, { fallbackValue: NOT_JSON }) : given;
	if (value === NOT_JSON) {
		throw new ParameterIssue('is not valid JSON. Check quotes, commas and brackets', ['JSON']);
	}
	const records: unknown[] = Array.isArray(value) ? value : [value];
	if (records.length > 0 && records.every(hasFields)) return value as IDataObject | IDataObject[];
	throw new ParameterIssue('must be an object with fields, or a list of them', ['JSON']);
}

const NOT_JSON = Symbol('not JSON');

const hasFields = (value: unknown): boolean =>
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	Object.keys(value).length > 0;
