import { createAll } from '../../shared/operation/bulk';
import { keyOf, type Likeness } from '../../shared/operation/likeness';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { defineBulkOperation, property } from '../../shared/operation/operation';
import {
	allowDuplicates,
	batchSize,
	batchSizeOf,
	ignoreUnknownFields,
	optionsCollection,
} from '../../shared/operation/options';
import { recordOfItem } from '../../shared/input/records';
import { patientFields, patientSimplified } from './fields';
import { duplicatesQuery, patientOutput, requireName } from './record';

/** DrChrono takes patients for the same by their name, birth date and gender. */
const likeness: Likeness = {
	key: keyOf(['first_name', 'last_name', 'date_of_birth', 'gender']),
	query: { show_inactive: true },
	known: ({ date_of_birth, last_name }) => (date_of_birth ? { date_of_birth } : { last_name }),
};

const rules = { fields: patientFields, required: ['doctor', 'gender'], noun: 'patient' };

export const createMany = defineBulkOperation({
	value: 'createMany',
	name: 'Create Many',
	action: 'Create many patients',
	creates: true,
	description: 'Add a patient for each input item. For lists, such as those from another system.',
	simplified: patientSimplified,
	properties: [
		property({
			displayName:
				'Each input item becomes a patient. Its fields must have DrChrono’s names, such as first_name, last_name, date_of_birth and gender; use an Edit Fields node before this one to rename them. Every patient needs a gender and a doctor.',
			name: 'createManyNotice',
			type: 'notice',
			default: '',
		}),
		property({
			...optionalDoctorLocator,
			description: 'The doctor of those patients whose item names none in a field “doctor”',
		}),
		...patientOutput,
		optionsCollection(allowDuplicates, batchSize, ignoreUnknownFields),
	],
	prepare: ({ api, node, params, itemIndex, reading }) => {
		const { doctor, options } = params;
		const { json } = node.getInputData()[itemIndex];
		const body = recordOfItem(json, rules, options, reading, { doctor });
		requireName(body);
		return {
			itemIndex,
			params,
			api,
			body,
			query: duplicatesQuery(options),
			batchSize: batchSizeOf(options),
		};
	},
	executeAll: (records) => createAll('/api/patients', records, likeness),
});
