import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import {
	defineBulkOperation,
	property,
	type BulkResult,
	type Prepared,
} from '../../shared/operation';
import { allowDuplicates, optionsCollection, returnRecord } from '../../shared/options';
import { ParameterIssue } from '../../shared/parameters';
import { changedRecord, fieldsCollection } from '../../shared/records';
import type { DrChronoClient } from '../../shared/transport/client';
import { path } from '../../shared/transport/urls';
import { text } from '../../shared/words';
import { dateOfBirth, firstName, gender, lastName } from '../fields';
import { matchOf, matchParameters, type Match } from '../match';
import {
	allPatientFields,
	duplicatesQuery,
	patientOutput,
	patientSimplified,
	withoutBlanks,
} from '../record';

const ownParameters = ['first_name', 'last_name', 'date_of_birth', 'gender', 'chart_id', 'email'];

interface Upsert extends Prepared {
	readonly api: DrChronoClient;
	readonly node: IExecuteFunctions;
	readonly match: Match;
	readonly fields: IDataObject;
	readonly doctor: string;
	readonly options: IDataObject;
}

export const upsert = defineBulkOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update patient',
	creates: true,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	simplified: patientSimplified,
	properties: [
		...matchParameters,
		firstName,
		lastName,
		dateOfBirth,
		{
			...gender,
			displayName: 'Gender of a New Patient',
			hint: 'Needed to create a patient',
			description: 'A patient who exists keeps theirs. Update changes it.',
		},
		property({
			...optionalDoctorLocator,
			displayName: 'Doctor of a New Patient',
			hint: 'Needed to create a patient',
			description: 'A patient who exists keeps their doctor, whatever is chosen here',
		}),
		fieldsCollection(
			{ name: 'additionalFields', displayName: 'Additional Fields' },
			allPatientFields,
			ownParameters,
		),
		...patientOutput,
		optionsCollection(allowDuplicates, returnRecord),
	],
	prepare: ({ api, node, params, itemIndex }): Upsert => {
		const { first_name, last_name, date_of_birth, gender: sex, chart_id, email } = params;
		const typed = { first_name, last_name, date_of_birth, gender: sex, chart_id, email };
		// With a blank at its end, a name would be somebody else's.
		const named = withoutBlanks(
			Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, text(value).trim()])),
		);
		const match = matchOf(params.matchBy, named);
		if (match instanceof ParameterIssue) throw match;
		const { doctor, options, additionalFields } = params;
		return {
			itemIndex,
			params,
			api,
			node,
			match,
			fields: { ...withoutBlanks(additionalFields), ...named },
			doctor,
			options,
		};
	},
	async *executeAll(items) {
		// A list may be some seconds old, so a patient created a moment ago is remembered here.
		const created = new Map<string, string>();
		for (const item of items) yield await upsertOne(item, created);
	},
});

async function upsertOne(item: Upsert, created: Map<string, string>): Promise<BulkResult> {
	const { itemIndex, api, match, fields, options } = item;
	try {
		const id = created.get(match.key) ?? (await findOne(item));
		if (id !== undefined) {
			const target = path`/api/patients/${id}`;
			const changes = changesOf(fields, match);
			if (Object.keys(changes).length > 0) await api.patch(target, changes);
			const changed = { id: Number(id), ...changes };
			return { itemIndex, json: await changedRecord(api, target, changed, options) };
		}
		const doctor = fields.doctor ?? item.doctor;
		if (!doctor || !fields.gender) {
			throw new ParameterIssue('is empty, and a new patient needs it', [
				doctor ? 'Gender of a New Patient' : 'Doctor of a New Patient',
			]);
		}
		const json = await api.post('/api/patients', { ...fields, doctor }, duplicatesQuery(options));
		created.set(match.key, text(json.id));
		return { itemIndex, json };
	} catch (error) {
		return { itemIndex, error };
	}
}

/**
 * What a patient who exists gets. What they were matched by is in the chart already, perhaps better
 * spelled; and the gender, which is asked for since a new patient needs one, is not to be corrected
 * in passing.
 */
function changesOf(fields: IDataObject, match: Match): IDataObject {
	return Object.fromEntries(
		Object.entries(fields).filter(([name]) => name !== 'gender' && !match.fields.includes(name)),
	);
}

/** The ID of the patient who matches. Several are never guessed between. */
async function findOne({ api, node, match, itemIndex }: Upsert): Promise<string | undefined> {
	const ids: string[] = [];
	for await (const patient of api.list('/api/patients', match.query)) {
		if (match.fits(patient)) ids.push(text(patient.id));
	}
	if (ids.length <= 1) return ids[0];
	throw new NodeOperationError(
		node.getNode(),
		`${ids.length} patients match: IDs ${ids.slice(0, 10).join(', ')} [item ${itemIndex}]`,
		{
			itemIndex,
			description:
				'None of them was changed. Match by something only one patient has, such as the chart ID, or use Update with the ID.',
		},
	);
}
