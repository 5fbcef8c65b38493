import type { IDataObject } from 'n8n-workflow';
import { createAll } from '../../shared/bulk';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { defineBulkOperation, property } from '../../shared/operation';
import { allowDuplicates, batchSize, optionsCollection } from '../../shared/options';
import { ParameterIssue, readFields } from '../../shared/parameters';
import {
	allPatientFields,
	duplicatesQuery,
	patientOutput,
	patientSimplified,
	withoutBlanks,
} from '../record';

const DEFAULT_BATCH_SIZE = 50;

const ignoreUnknownFields = {
	displayName: 'Ignore Unknown Fields',
	name: 'ignoreUnknownFields',
	type: 'boolean' as const,
	default: false,
	description: 'Whether to leave out fields of the input items that DrChrono patients do not have',
};

export const createMany = defineBulkOperation({
	value: 'createMany',
	name: 'Create Many',
	action: 'Create many patients',
	description: 'Add a patient for each input item, many in one request',
	simplified: patientSimplified,
	properties: [
		property({
			displayName:
				'Each input item becomes a patient. Its fields must have DrChrono’s names, such as first_name, last_name, date_of_birth and gender; use an Edit Fields node before this one to rename them.',
			name: 'createManyNotice',
			type: 'notice',
			default: '',
		}),
		property({
			...optionalDoctorLocator,
			description: 'The doctor of those patients whose item has no field "doctor"',
		}),
		...patientOutput,
		optionsCollection(allowDuplicates, batchSize, ignoreUnknownFields),
	],
	prepare: ({ api, node, params, itemIndex }) => {
		const { doctor, options } = params;
		const item = {
			...(doctor && { doctor }),
			...withoutBlanks(node.getInputData()[itemIndex].json),
		};
		return {
			itemIndex,
			params,
			api,
			body: patientOf(item, options, { timeZone: node.getTimezone() }),
			query: duplicatesQuery(options),
			batchSize: Number(options.batchSize ?? DEFAULT_BATCH_SIZE),
		};
	},
	executeAll: (records) => createAll('/api/patients', records),
});

/** An input item as a new patient; an issue names the field. */
function patientOf(
	item: IDataObject,
	{ ignoreUnknownFields: ignore }: IDataObject,
	reading: { timeZone: string },
): IDataObject {
	const known = new Set(allPatientFields.map(({ name }) => name));
	const fields = ignore
		? Object.fromEntries(Object.entries(item).filter(([name]) => known.has(name)))
		: item;
	const patient = readFields({ displayName: 'Input Item' }, allPatientFields, fields, reading);
	if (patient instanceof ParameterIssue) throw patient;
	for (const required of ['doctor', 'gender']) {
		if (!(required in patient)) {
			throw new ParameterIssue(`has no field "${required}", which DrChrono needs`, ['Input Item']);
		}
	}
	return patient as IDataObject;
}
