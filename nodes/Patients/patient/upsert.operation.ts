import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import type { Memory } from '../../shared/operation/memory';
import { defineOperation, property } from '../../shared/operation/operation';
import { allowDuplicates, optionsCollection, returnRecord } from '../../shared/operation/options';
import { ParameterIssue } from '../../shared/input/parameters';
import { changedRecord } from '../../shared/input/records';
import type { ApiRequest, DrChronoClient } from '../../shared/transport/client';
import type { Failure } from '../../shared/transport/retry';
import { path } from '../../shared/transport/urls';
import { textOf } from '../../shared/messages/words';
import { patient, patientSimplified } from './fields';
import { matchOf, matchParameters, type Match } from './match';
import { additionalFields, duplicatesQuery, patientOutput } from './record';
import { withoutBlanks } from '../../shared/input/blanks';

interface Upsert {
	readonly itemIndex: number;
	readonly api: DrChronoClient;
	readonly node: IExecuteFunctions;
	readonly match: Match;
	readonly fields: IDataObject;
	readonly doctor: string;
	readonly options: IDataObject;
}

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update patient',
	creates: true,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	simplified: patientSimplified,
	properties: [
		...matchParameters,
		patient.first_name,
		patient.last_name,
		patient.date_of_birth,
		{
			...patient.gender,
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
		additionalFields,
		...patientOutput,
		optionsCollection(allowDuplicates, returnRecord),
	],
	execute: async ({ api, node, params, itemIndex, remembered }) => {
		const { first_name, last_name, date_of_birth, gender: sex, chart_id, email } = params;
		const typed = { first_name, last_name, date_of_birth, gender: sex, chart_id, email };
		// With a blank at its end, a name would be somebody else's.
		const named = withoutBlanks(
			Object.fromEntries(
				Object.entries(typed).map(([name, value]) => [name, textOf(value).trim()]),
			),
		);
		const match = matchOf(params.matchBy, named);
		if (match instanceof ParameterIssue) throw match;
		const { doctor, options } = params;
		const fields = { ...withoutBlanks(params.additionalFields), ...named };
		const item: Upsert = { itemIndex, api, node, match, fields, doctor, options };
		const made = remembered(madeByRun);
		const before = made.get(match.key);
		if (before && 'failure' in before) throw api.error(creation(item), before.failure);
		const patient = before?.patient ?? (await findOne(item));
		return patient ? await change(item, patient) : await create(item, made);
	},
});

/**
 * Whom a run has created, by what they are matched by, or why nobody knows: a list may be some seconds
 * old, and after an answer that got lost the patient may be there.
 */
type Made = Map<string, { readonly patient: IDataObject } | { readonly failure: Failure }>;

const madeByRun: Memory<Made> = { beginning: () => new Map() };

async function change(item: Upsert, patient: IDataObject): Promise<IDataObject> {
	const { api, node, itemIndex, match, fields, options } = item;
	const id = textOf(patient.id);
	if (match.isSomebodyElse(patient)) {
		throw new NodeOperationError(
			node.getNode(),
			`Patient ${id} has this email, and another first name or date of birth [item ${itemIndex}]`,
			{
				itemIndex,
				description:
					'Nobody was changed: families share an email. Match by name and date of birth, or use Update with the ID to correct the name.',
			},
		);
	}
	const target = path`/api/patients/${id}`;
	const changes = changesOf(fields, match);
	if (Object.keys(changes).length > 0) await api.patch(target, changes);
	return await changedRecord(api, target, { id: Number(id), ...changes }, options);
}

async function create(item: Upsert, made: Made): Promise<IDataObject> {
	const { api, match, fields } = item;
	const doctor = fields.doctor ?? item.doctor;
	if (!doctor || !fields.gender) {
		throw new ParameterIssue('is empty, and a new patient needs it', [
			doctor ? 'Gender of a New Patient' : 'Doctor of a New Patient',
		]);
	}
	const request = creation(item);
	const end = await api.settle(request);
	if ('failure' in end) {
		if (end.failure.kind === 'ambiguous') made.set(match.key, end);
		throw api.error(request, end.failure);
	}
	const patient = end.body as IDataObject;
	const { id, first_name, date_of_birth } = patient;
	made.set(match.key, { patient: { id, first_name, date_of_birth } });
	return patient;
}

function creation({ fields, doctor, options }: Upsert): ApiRequest {
	return {
		method: 'POST',
		target: '/api/patients',
		query: duplicatesQuery(options),
		body: { doctor, ...fields },
		answer: 'record',
	};
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

/** The patient who matches. Several are never guessed between. */
async function findOne({ api, node, match, itemIndex }: Upsert): Promise<IDataObject | undefined> {
	const fitting: IDataObject[] = [];
	for await (const patient of api.list('/api/patients', match.query)) {
		if (match.fits(patient)) fitting.push(patient);
	}
	if (fitting.length <= 1) return fitting[0];
	const ids = fitting.map(({ id }) => textOf(id));
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
