import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { documentLocator } from '../../shared/locators/document';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { optionalPatientLocator } from '../../shared/locators/patient';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection, returnRecord } from '../../shared/operation/options';
import { ParameterIssue } from '../../shared/input/parameters';
import {
	changeRecord,
	changesOf,
	fieldsCollection,
	fieldsToClear,
} from '../../shared/input/records';
import { MultipartForm } from '../../shared/transport/form';
import { path } from '../../shared/transport/urls';
import { textOf } from '../../shared/messages/words';
import { date, description, metatags } from './fields';
import { toMetatags } from './tags';

const necessary: INodeProperties[] = [
	date,
	description,
	{ ...optionalDoctorLocator, description: 'The doctor under whom the document is filed' },
	{ ...optionalPatientLocator, description: 'Moves the document to the chart of this patient' },
];
const changeable: INodeProperties[] = [
	...necessary,
	{ ...metatags, description: 'These replace all tags that the document has' },
];

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update document',
	description:
		'Change a document’s description, date, tags, patient or doctor. Its file stays as it is.',
	properties: [
		documentLocator,
		fieldsCollection({ name: 'updateFields', displayName: 'Update Fields' }, changeable),
		fieldsToClear(
			changeable,
			necessary.map(({ name }) => name),
		),
		optionsCollection(returnRecord),
	],
	execute: async ({ api, params }) => {
		const { documentId: id, options } = params;
		const changes = formOf(changesOf(params, changeable));
		const target = path`/api/documents/${id}`;
		// The endpoint takes forms only, says the contract, even where no file is sent.
		const body = new MultipartForm(changes);
		return await changeRecord(api, { target, id, changes, body }, options);
	},
});

/** A form's texts. @throws ParameterIssue for tags that are not a list of tags */
function formOf({ metatags: tags, ...fields }: IDataObject): Record<string, string> {
	const form = Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [name, textOf(value)]),
	);
	if (!Array.isArray(tags)) return form;
	const list = toMetatags(tags.map(textOf));
	if (list instanceof ParameterIssue) throw list;
	return { ...form, metatags: list };
}
