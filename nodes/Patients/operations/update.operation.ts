import type { IDataObject } from 'n8n-workflow';
import { patientLocator } from '../../shared/locators/patient';
import { defineOperation } from '../../shared/operation';
import { optionsCollection } from '../../shared/options';
import { ParameterIssue } from '../../shared/parameters';
import { path } from '../../shared/transport/urls';
import { fieldsCollection, returnRecord, updatedRecord } from '../record';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update patient',
	description: 'Change given fields of a patient and leave the others as they are',
	properties: [
		patientLocator,
		fieldsCollection({ name: 'updateFields', displayName: 'Update Fields' }, []),
		optionsCollection(returnRecord),
	],
	execute: async ({ api, params }): Promise<IDataObject> => {
		const { patientId, updateFields, options } = params;
		if (Object.keys(updateFields).length === 0) {
			throw new ParameterIssue('has no field. Add the fields to change', ['Update Fields']);
		}
		await api.patch(path`/api/patients/${patientId}`, updateFields);
		return await updatedRecord(api, patientId, updateFields, options);
	},
});
