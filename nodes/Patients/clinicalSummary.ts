import type { IDataObject } from 'n8n-workflow';
import { outputFileField } from '../shared/fileOutput';
import { patientLocator } from '../shared/locators/patient';
import { defineOperation, RecordWithFiles, type Resource } from '../shared/operation/operation';
import { optionsCollection } from '../shared/operation/options';
import { itemOf } from '../shared/transport/answer';
import { path } from '../shared/transport/urls';

const mimeType = 'application/xml';

interface Words {
	readonly value: string;
	readonly name: string;
	readonly action: string;
	readonly description: string;
}

/**
 * An operation that gives a document about a patient as a file.
 * @param document what the API calls it, the end of its path
 * @param called what the file's name begins with
 */
const documentOperation = (
	document: 'ccda' | 'ccda_async' | 'qrda1',
	called: string,
	words: Words,
) =>
	defineOperation({
		...words,
		properties: [patientLocator, outputFileField, optionsCollection()],
		execute: async ({ api, params, node }) => {
			const { patientId, binaryPropertyName } = params;
			const content = await api.getText(path`/api/patients/${patientId}/${document}`);
			const patient = Number(patientId);
			const told = document === 'ccda_async' ? toldIn(content) : undefined;
			if (told) return { patient, ...told };
			const bytes = Buffer.from(content);
			const fileName = `${called}-${patientId}.xml`;
			const file = await node.helpers.prepareBinaryData(bytes, fileName, mimeType);
			return new RecordWithFiles(
				{ patient, fileName, mimeType, bytes: bytes.byteLength },
				{ [binaryPropertyName]: file },
			);
		},
	});

/** What DrChrono says of a document that it has only begun; nothing where the answer is the document. */
function toldIn(content: string): IDataObject | undefined {
	if (content.trimStart().startsWith('<')) return undefined;
	try {
		return itemOf(JSON.parse(content));
	} catch {
		return itemOf(content);
	}
}

const get = documentOperation('ccda', 'clinical-summary', {
	value: 'get',
	name: 'Get',
	action: 'Get clinical summary',
	description: 'Retrieve a patient’s chart as a CCDA file, the standard format other systems read',
});

const getQrda = documentOperation('qrda1', 'qrda', {
	value: 'getQrda',
	name: 'Get QRDA',
	action: 'Get QRDA of a patient',
	description: 'Retrieve what quality measures count of a patient as a QRDA Category I file',
});

const start = documentOperation('ccda_async', 'clinical-summary', {
	value: 'start',
	name: 'Start',
	action: 'Start clinical summary',
	description:
		'Have DrChrono make the CCDA file of a long chart in its own time. Gives the file where it is ready at once, else what DrChrono says of it.',
});

export const clinicalSummary: Resource = {
	value: 'clinicalSummary',
	name: 'Clinical Summary',
	initial: get.value,
	operations: [get, getQrda, start],
};
