import { patientFields } from './fields';
import { patientLocator } from '../../shared/locators/patient';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection, returnRecord } from '../../shared/operation/options';
import {
	changeRecord,
	changesOf,
	fieldsCollection,
	fieldsToClear,
} from '../../shared/input/records';
import { path } from '../../shared/transport/urls';

/** Without a doctor DrChrono has no patient. */
const NECESSARY = ['doctor'];

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update patient',
	description:
		'Change the fields you add and leave the rest of the chart as it is. What is empty changes nothing.',
	properties: [
		patientLocator,
		fieldsCollection({ name: 'updateFields', displayName: 'Update Fields' }, patientFields),
		fieldsToClear(patientFields, NECESSARY),
		optionsCollection(returnRecord),
	],
	execute: async ({ api, params }) => {
		const { patientId: id, options } = params;
		const changes = changesOf(params, patientFields);
		return await changeRecord(api, { target: path`/api/patients/${id}`, id, changes }, options);
	},
});
