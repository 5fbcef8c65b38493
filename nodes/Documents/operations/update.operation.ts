import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { documentLocator } from '../../shared/locators/document';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { optionalPatientLocator } from '../../shared/locators/patient';
import { defineOperation, property } from '../../shared/operation';
import { optionsCollection, returnRecord } from '../../shared/options';
import { ParameterIssue } from '../../shared/parameters';
import { MultipartForm } from '../../shared/transport/form';
import { path } from '../../shared/transport/urls';
import { text } from '../../shared/words';
import { date, description, metatags } from '../fields';
import { toMetatags } from '../tags';

const changeable: INodeProperties[] = [
	date,
	description,
	{ ...optionalDoctorLocator, description: 'The doctor under whom the document is filed' },
	{ ...optionalPatientLocator, description: 'Moves the document to the chart of this patient' },
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
		property({
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: changeable,
		}),
		optionsCollection(returnRecord),
	],
	execute: async ({ api, params }) => {
		const { documentId, updateFields, options } = params;
		const changes = changesOf(updateFields);
		const target = path`/api/documents/${documentId}`;
		// The endpoint takes forms only, says the contract, even where no file is sent.
		await api.patch(target, new MultipartForm(changes));
		return options.returnRecord ? await api.get(target) : { id: Number(documentId), ...changes };
	},
});

/** @throws ParameterIssue for a field that a document must have and that would be cleared: all but tags */
function changesOf({ metatags: tags, ...fields }: IDataObject): Record<string, string> {
	const changes = Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [name, text(value)]),
	);
	const cleared = changeable.find(({ name }) => changes[name] === '');
	if (cleared) {
		throw new ParameterIssue('is empty, and a document must have one', [
			'Update Fields',
			cleared.displayName,
		]);
	}
	if (Array.isArray(tags)) {
		const list = toMetatags(tags.map(text));
		if (list instanceof ParameterIssue) throw list;
		changes.metatags = list;
	}
	if (Object.keys(changes).length > 0) return changes;
	throw new ParameterIssue('has no field. Add the fields to change', ['Update Fields']);
}
