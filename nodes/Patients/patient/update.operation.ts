import { patientFields } from './fields';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { patientLocator } from '../../shared/locators/patient';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection, returnRecord } from '../../shared/operation/options';
import { changedRecord, fieldsCollection, requireChanges } from '../../shared/input/records';
import { path } from '../../shared/transport/urls';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update patient',
	description: 'Change the fields you add and leave the rest of the chart as it is',
	properties: [
		patientLocator,
		fieldsCollection({ name: 'updateFields', displayName: 'Update Fields' }, patientFields),
		optionsCollection(returnRecord),
	],
	execute: async ({ api, params }) => {
		const { patientId, updateFields, options } = params;
		requireChanges(updateFields, { noun: 'patient', fields: [optionalDoctorLocator] });
		const target = path`/api/patients/${patientId}`;
		await api.patch(target, updateFields);
		return await changedRecord(api, target, { id: Number(patientId), ...updateFields }, options);
	},
});
