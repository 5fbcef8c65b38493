import { badRequest, unsupportedMediaType } from '../errors';
import {
	boolean,
	date,
	type Field,
	type FieldSet,
	readOnly,
	reference,
	required,
	text,
} from '../fields';
import { idEquals, notBefore } from '../filters';
import { type Json, type JsonObject, isJsonArray } from '../json';
import { collectionRoutes } from '../resourceRoutes';
import type { Call, Resource } from '../route';
import { seedDocuments } from '../seeding/documents';

/** Tags: a JSON array of texts, sent and given as one text [spec]. */
const metatags: Field = {
	initial: '[]',
	parse: (value) => {
		const tags = typeof value === 'string' ? listOfTexts(value) : undefined;
		return tags
			? { ok: true, value: JSON.stringify(tags) }
			: { ok: false, errors: ['Value must be valid JSON: an array of strings.'] };
	},
};

function listOfTexts(json: string): string[] | undefined {
	try {
		const value: Json = JSON.parse(json);
		const texts = isJsonArray(value) ? value.filter((tag) => typeof tag === 'string') : [];
		return isJsonArray(value) && texts.length === value.length ? texts : undefined;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

const notBlank = (field: Field): Field => ({
	...field,
	parse: (value, store) =>
		value === '' || value === null
			? { ok: false, errors: ['This field may not be blank.'] }
			: field.parse(value, store),
});

const fields: FieldSet = {
	id: readOnly(),
	patient: required(reference('patients')),
	doctor: required(reference('doctors')),
	description: required(notBlank(text())),
	date: required(notBlank(date())),
	/** Within: the file's ID on the shelf. In answers: its address. */
	document: required(text()),
	metatags,
	archived: { ...boolean(), readOnly: true },
	updated_at: readOnly(),
};

/** The fields of the form, a file by its ID. @throws {ApiError} 415 for another body, 400 */
function inputOf({ form, contentType }: Call): Json {
	if (!form) throw unsupportedMediaType(contentType);
	if (form.fields.document !== undefined) {
		const message = 'The submitted data was not a file. Check the encoding type on the form.';
		throw badRequest({ document: [message] });
	}
	const { document } = form.files;
	if (document?.bytes === 0) throw badRequest({ document: ['The submitted file is empty.'] });
	const input = { ...form.fields, ...(document && { document: document.id }) };
	return input;
}

/** The file's address, null while the server is still preparing the file [spec]. */
function addressOf({ document }: JsonObject, { practice }: Call): Json {
	const { files, clock, store } = practice;
	const file = files.get(String(document));
	if (!file || clock.now() < file.at + store.filePreparation) return null;
	return practice.fileUrl() + files.address(file);
}

/** Tags as this DrChrono reads them back [conflict]. */
function tagsOf({ metatags: kept }: JsonObject, { practice }: Call): Json {
	const tags = typeof kept === 'string' ? (listOfTexts(kept) ?? []) : [];
	switch (practice.store.doubts.tags) {
		case 'list':
			return tags;
		case 'bars':
			return tags.join('|');
		case 'null':
			return tags.length > 0 ? JSON.stringify(tags) : null;
		case 'text':
			return JSON.stringify(tags);
	}
}

export const documents: Resource = {
	collections: [{ name: 'documents', timestamps: true }],
	seed: seedDocuments,
	routes: collectionRoutes({
		path: '/api/documents',
		collection: 'documents',
		scope: 'patients',
		permission: 'manage-patients',
		operations: ['list', 'get', 'create', 'replace', 'update', 'delete'],
		fields,
		filters: {
			patient: idEquals('patient'),
			doctor: idEquals('doctor'),
			since: notBefore('updated_at'),
		},
		archives: true,
		listTests: () => [({ archived }) => archived !== true],
		input: inputOf,
		computed: (row, call) => ({ document: addressOf(row, call), metatags: tagsOf(row, call) }),
	}),
};
