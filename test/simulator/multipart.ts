import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { FileShelf, StoredFile } from './fileShelf';
import type { JsonObject, Texts } from './json';

/** A multipart form that has arrived. */
export interface Form {
	readonly fields: Texts;
	readonly files: Readonly<Partial<Record<string, StoredFile>>>;
}

declare module 'fastify' {
	interface FastifyRequest {
		/** Of a multipart request. */
		form: Form | undefined;
	}
}

async function readForm(request: FastifyRequest, shelf: FileShelf): Promise<Form> {
	const fields: Record<string, string> = {};
	const files: Record<string, StoredFile> = {};
	for await (const part of request.parts()) {
		if (part.type === 'field') {
			fields[part.fieldname] = String(part.value);
		} else {
			const label = { name: part.filename, type: part.mimetype };
			files[part.fieldname] = await shelf.receive(part.file, label);
		}
	}
	return { fields, files };
}

/** Reads forms whole, files to disk, before anything is decided about the request. */
export async function acceptForms(
	scope: FastifyInstance,
	shelf: FileShelf,
	maximumBytes: number,
): Promise<void> {
	await scope.register(multipart, { limits: { fileSize: maximumBytes } });
	scope.decorateRequest('form', undefined);
	scope.addHook('preValidation', async (request) => {
		if (request.isMultipart()) request.form = await readForm(request, shelf);
	});
}

/** A form as the log keeps it: files by what tells whether they arrived whole. */
export function loggedForm({ fields, files }: Form): JsonObject {
	const shown = Object.entries(files).map(([field, file]) => {
		const { name = '', type = '', bytes = 0, sha256 = '' } = file ?? {};
		return [field, { name, type, bytes, sha256 }];
	});
	return { ...fields, ...Object.fromEntries(shown) } as JsonObject;
}
