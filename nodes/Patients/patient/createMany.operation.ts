import { createAll } from '../../shared/operation/bulk';
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
import { duplicatesQuery, patientOutput } from './record';
import { withoutBlanks } from '../../shared/input/blanks';

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
	prepare: ({ api, node, params, itemIndex, timeZone }) => {
		const { doctor, options } = params;
		const item = {
			...(doctor && { doctor }),
			...withoutBlanks(node.getInputData()[itemIndex].json),
		};
		return {
			itemIndex,
			params,
			api,
			body: recordOfItem(item, rules, options, { timeZone }),
			query: duplicatesQuery(options),
			batchSize: batchSizeOf(options),
		};
	},
	executeAll: (records) => createAll('/api/patients', records),
});
