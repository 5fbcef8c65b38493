import { patientLocator } from '../../shared/locators/patient';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';

export const deletePatient = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete patient',
	description: 'Take a patient and the whole chart out of DrChrono for good',
	properties: [
		property({
			displayName:
				'Deleting takes the patient and the whole chart out of DrChrono and cannot be undone. To keep the chart, set Patient Status to Inactive with Update.',
			name: 'deleteNotice',
			type: 'notice',
			default: '',
		}),
		patientLocator,
		optionsCollection(),
	],
	execute: async ({ api, params }) => {
		await api.delete(path`/api/patients/${params.patientId}`);
		return { deleted: true };
	},
});
