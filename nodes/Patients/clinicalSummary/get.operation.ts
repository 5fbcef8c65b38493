import { patientLocator } from '../../shared/locators/patient';
import { defineOperation, property, RecordWithFiles } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';

const MIME_TYPE = 'application/xml';

export const getClinicalSummary = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get clinical summary',
	description: 'Retrieve a patient’s chart as a CCDA file, the standard format other systems read',
	properties: [
		patientLocator,
		property({
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the output binary field to put the file in',
		}),
		optionsCollection(),
	],
	execute: async ({ api, params, node }) => {
		const { patientId, binaryPropertyName } = params;
		const xml = await api.getText(path`/api/patients/${patientId}/ccda`);
		const fileName = `clinical-summary-${patientId}.xml`;
		const file = await node.helpers.prepareBinaryData(Buffer.from(xml), fileName, MIME_TYPE);
		return new RecordWithFiles(
			{ patient: Number(patientId), fileName, mimeType: MIME_TYPE, bytes: Buffer.byteLength(xml) },
			{ [binaryPropertyName]: file },
		);
	},
});
