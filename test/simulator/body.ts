import { malformed, unsupportedMediaType } from './errors';
import type { Json } from './json';

/** The media type of a Content-Type header, without parameters. */
export function mediaType(header: string | undefined): string {
	return (header ?? '').split(';')[0].trim().toLowerCase();
}

/** JSON of a body, or undefined if it is none: for the log, which takes whatever came. */
export function jsonOrUndefined(bytes: Buffer): Json | undefined {
	try {
		const value: Json = JSON.parse(bytes.toString('utf8'));
		return value;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/**
 * The JSON body of a request; an empty one is an empty object, as Django REST framework has it.
 * @throws {ApiError} 415 for another media type, 400 for what is not JSON
 */
export function requireJson(contentType: string, bytes: Buffer): Json {
	if (bytes.length === 0) return {};
	if (contentType !== 'application/json') throw unsupportedMediaType(contentType);
	const value = jsonOrUndefined(bytes);
	if (value === undefined) throw malformed('Expecting value: line 1 column 1 (char 0)');
	return value;
}
