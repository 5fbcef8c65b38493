import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { textOf } from '../messages/words';
import type { DrChronoClient } from '../transport/client';
import { path } from '../transport/urls';
import type { Memory, Remembered } from './memory';

/** The fields that hold an ID of somebody or something with a name, and the list that has it. */
const NAMED: Readonly<Partial<Record<string, string>>> = {
	patient: 'patients',
	doctor: 'doctors',
	office: 'offices',
};

const nameField = (field: string): string => `${field}_name`;

export const addNames: INodeProperties = {
	displayName: 'Add Names',
	name: 'addNames',
	type: 'boolean',
	default: false,
	description:
		'Whether to add patient_name, doctor_name and office_name, at one more request for each different patient, doctor and office',
};

/** Fields, and with the option Add Names next to each ID the name. */
export function withNameFields(fields: readonly string[], options: unknown): readonly string[] {
	if (!(options as IDataObject | undefined)?.addNames) return fields;
	return fields.flatMap((field) => (field in NAMED ? [field, nameField(field)] : [field]));
}

/** How somebody or something is called: `Jane Doe`, `Main Office`. */
const fullName = ({ first_name, last_name, name }: IDataObject): string =>
	[first_name, last_name, name].map(textOf).filter(Boolean).join(' ');

/** What a run has looked up, by the address. */
const namesRead: Memory<Map<string, string | null>> = { beginning: () => new Map() };

interface Naming {
	readonly api: DrChronoClient;
	readonly params: { readonly options: IDataObject };
	readonly remembered: Remembered;
}

/** The record, with the option Add Names with a name after each ID; none for what is no longer there. */
export async function withNames(
	{ api, params, remembered }: Naming,
	record: IDataObject,
): Promise<IDataObject> {
	if (!params.options.addNames) return record;
	const names = remembered(namesRead);
	const named: IDataObject = {};
	for (const [field, value] of Object.entries(record)) {
		named[field] = value;
		const list = NAMED[field];
		if (list === undefined) continue;
		const id = textOf(value);
		const target = id && path`/api/${list}/${id}`;
		if (target && !names.has(target)) names.set(target, await nameAt(api, target));
		named[nameField(field)] = names.get(target) ?? null;
	}
	return named;
}

/** Each of the records as `withNames` gives it. */
export async function* eachWithNames(
	naming: Naming,
	records: AsyncIterable<IDataObject>,
): AsyncGenerator<IDataObject> {
	for await (const record of records) yield await withNames(naming, record);
}

async function nameAt(api: DrChronoClient, target: string): Promise<string | null> {
	const request = { method: 'GET', target } as const;
	const end = await api.settle(request);
	if (!('failure' in end)) return fullName(end.body as IDataObject);
	const { failure } = end;
	if (failure.kind === 'refused' && failure.status === 404) return null;
	throw api.error(request, failure);
}
