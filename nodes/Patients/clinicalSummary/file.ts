import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { outputFileField } from '../../shared/fileOutput';
import { patientLocator } from '../../shared/locators/patient';
import { defineOperation, RecordWithFiles } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { itemOf } from '../../shared/transport/answer';
import { path } from '../../shared/transport/urls';

const MIME_TYPE = 'application/xml';

interface Words {
	readonly value: string;
	readonly name: string;
	readonly action: string;
	readonly description: string;
	/** What the API calls the document, the end of its path. */
	readonly document: 'ccda' | 'ccda_async' | 'qrda1';
	/** What the file's name begins with. */
	readonly called: string;
}

/** An operation that gives a document about a patient as a file. */
export const summaryOperation = ({ document, called, ...words }: Words) =>
	defineOperation({
		...words,
		properties: [patientLocator, outputFileField, optionsCollection()],
		execute: async ({ api, params, node }) => {
			const { patientId, binaryPropertyName } = params;
			const content = await api.getText(path`/api/patients/${patientId}/${document}`);
			const patient = Number(patientId);
			const told = document === 'ccda_async' ? toldIn(content) : undefined;
			if (told) return { patient, ...told };
			const file = { name: `${called}-${patientId}.xml`, content };
			return await withFile(node, { patient }, file, binaryPropertyName);
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

async function withFile(
	node: IExecuteFunctions,
	json: IDataObject,
	{ name: fileName, content }: { readonly name: string; readonly content: string },
	field: string,
): Promise<RecordWithFiles> {
	const bytes = Buffer.from(content);
	const file = await node.helpers.prepareBinaryData(bytes, fileName, MIME_TYPE);
	return new RecordWithFiles(
		{ ...json, fileName, mimeType: MIME_TYPE, bytes: bytes.byteLength },
		{ [field]: file },
	);
}
