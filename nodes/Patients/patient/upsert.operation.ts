import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { listed } from '../../shared/fields/field';
import { yesNo } from '../../shared/fields/kinds';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import type { Table } from '../../shared/operation/crud';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection, returnRecord } from '../../shared/operation/options';
import { ParameterIssue } from '../../shared/input/parameters';
import { withoutBlanks } from '../../shared/input/blanks';
import { isBlank, normalized } from '../../shared/input/text';
import type { ApiRequest, DrChronoClient } from '../../shared/transport/client';
import { mayBeThere } from '../../shared/transport/retry';
import { path } from '../../shared/transport/urls';
import { textOf } from '../../shared/messages/words';
import { additionalFields, patient } from './fields';
import { matchOf, matchParameters, withName, type Match } from './match';
import { seenPatients, type SeenPatients } from './seen';

/** Where DrChrono has one with the same name, birth date and gender, it refuses another. */
export const allowDuplicates = yesNo({
	about: 'Whether to create a patient even if one with the same name, birth date and gender exists',
});

interface Upsert {
	readonly itemIndex: number;
	readonly api: DrChronoClient;
	readonly node: IExecuteFunctions;
	readonly match: Match;
	readonly fields: IDataObject;
	readonly doctor: string | number;
	readonly options: IDataObject;
	readonly seen: SeenPatients;
}

export const upsert = ({ output, simplified }: Table) =>
	defineOperation({
		value: 'upsert',
		name: 'Create or Update',
		action: 'Create or update patient',
		creates: true,
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		simplified,
		told: ['created', 'updated', 'changed'],
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
			...output,
			optionsCollection(...listed({ allowDuplicates }), returnRecord),
		],
		execute: async ({ api, node, params, itemIndex, remembered }) => {
			const { first_name, last_name, date_of_birth, gender, email } = params;
			const chart_id = normalized(params.chart_id).toUpperCase();
			const named = withoutBlanks({
				first_name,
				last_name,
				date_of_birth,
				gender,
				chart_id,
				email,
			});
			const fields = { ...withoutBlanks(params.additionalFields), ...named };
			const match = matchOf(params.matchBy, fields);
			if (match instanceof ParameterIssue) throw match;
			const { doctor, options } = params;
			const seen = remembered(seenPatients);
			const item: Upsert = { itemIndex, api, node, match, fields, doctor, options, seen };
			const lost = seen.lost.find(({ patient: whom }) => match.fits(whom));
			if (lost) throw api.error(creation(item), lost.failure);
			const existing = await findOne(item);
			return existing ? await change(item, existing) : await create(item);
		},
	});

async function change(item: Upsert, existing: IDataObject): Promise<IDataObject> {
	const { api, node, itemIndex, match, fields, options, seen } = item;
	const id = textOf(existing.id);
	const other = match.contradiction(existing);
	if (other !== undefined) {
		throw new NodeOperationError(
			node.getNode(),
			`Patient ${id} has this ${match.called}, and another ${other} [item ${itemIndex}]`,
			{
				itemIndex,
				description:
					'Nobody was changed: these may be two people. Match by name and date of birth, or use Update with the ID to correct the chart.',
			},
		);
	}
	const changes = changesOf(fields, match);
	const changed = Object.keys(changes);
	const target = path`/api/patients/${id}`;
	if (changed.length > 0) await api.patch(target, changes);
	const read = async () =>
		changed.length > 0 ? await api.readBack(target) : await api.get(target);
	const record = options.returnRecord === true ? await read() : { ...existing, ...changes };
	seen.note(record);
	return { ...record, created: false, updated: changed.length > 0, changed };
}

async function create(item: Upsert): Promise<IDataObject> {
	const { api, fields, doctor, seen } = item;
	if (isBlank(fields.doctor ?? doctor) || isBlank(fields.gender)) {
		throw new ParameterIssue('is empty, and a new patient needs it', [
			isBlank(fields.gender) ? 'Gender of a New Patient' : 'Doctor of a New Patient',
		]);
	}
	withName(fields);
	const request = creation(item);
	const end = await api.settle(request);
	if ('failure' in end) {
		const { failure } = end;
		if (mayBeThere(failure)) seen.lost.push({ patient: fields, failure });
		throw api.error(request, failure);
	}
	const created = end.body as IDataObject;
	seen.note(created);
	return { ...created, created: true, updated: false, changed: [] };
}

function creation({ fields, doctor, options }: Upsert): ApiRequest {
	return {
		method: 'POST',
		target: '/api/patients',
		query: options.allowDuplicates ? { allow_duplicates: true } : {},
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
async function findOne({ api, node, match, fields, itemIndex, seen }: Upsert) {
	const known = seen.like(fields);
	for (const query of match.queries) {
		for await (const one of api.list('/api/patients', query)) {
			if (!known.has(textOf(one.id))) known.set(textOf(one.id), one);
		}
		if ([...known.values()].some(match.fits)) break;
	}
	const fitting = [...known.values()].filter(match.fits);
	if (fitting.length === 1) return fitting[0];
	const doubtful = fitting.length > 0 ? fitting : [...known.values()].filter(match.isDoubtful);
	if (doubtful.length === 0) return undefined;
	const ids = doubtful.map(({ id }) => textOf(id));
	const names = ids.slice(0, 10).join(', ');
	throw new NodeOperationError(
		node.getNode(),
		fitting.length > 0
			? `${ids.length} patients match: IDs ${names} [item ${itemIndex}]`
			: `Nobody can tell whether this is a known patient, who has no phone and no email: IDs ${names} [item ${itemIndex}]`,
		{
			itemIndex,
			description:
				'None of them was changed. Match by something only one patient has, such as the chart ID, or use Update with the ID.',
		},
	);
}
