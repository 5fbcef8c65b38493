import { badRequest } from '../errors';
import { requireJson } from '../body';
import { type Json, type JsonObject, isJsonObject } from '../json';
import type { Call } from '../route';

const BASE64 = /^[A-Za-z0-9+/\s]+=*\s*$/;

/** Puts the files that a JSON body has in base64 on the shelf. @throws {ApiError} 400 */
function shelved(body: Json, names: readonly string[], { practice }: Call): Json {
	if (!isJsonObject(body)) return body;
	const files = names.flatMap((name): [string, string][] => {
		const given: Json = body[name] ?? null;
		if (given === null || given === '') return [];
		if (typeof given !== 'string' || !BASE64.test(given)) {
			throw badRequest({ [name]: ['The submitted data was not a file.'] });
		}
		const content = Buffer.from(given, 'base64');
		return [[name, practice.files.put(content, { name, type: 'application/pdf' }).id]];
	});
	return { ...body, ...Object.fromEntries(files) };
}

/**
 * The body of a write to a resource with files: a form, or JSON with base64 [doc, newer]. Of a file
 * the record keeps its ID on the shelf. @throws {ApiError} 400, 415
 */
export function inputWithFiles(names: readonly string[]): (call: Call) => Json {
	return (call) => {
		const { form, contentType, bytes } = call;
		if (!form) return shelved(requireJson(contentType, bytes), names, call);
		const files = names.flatMap((name): [string, string][] => {
			const file = form.files[name];
			if (file?.bytes === 0) throw badRequest({ [name]: ['The submitted file is empty.'] });
			return file ? [[name, file.id]] : [];
		});
		return { ...form.fields, ...Object.fromEntries(files) } as JsonObject;
	};
}

/** The address of a file on the shelf, null if there is none (yet). */
export function fileAddress(id: Json | undefined, { practice }: Call): string | null {
	const { files, clock, store } = practice;
	const file = typeof id === 'string' ? files.get(id) : undefined;
	if (!file || clock.now() < file.at + store.filePreparation) return null;
	return practice.fileUrl() + files.address(file);
}
