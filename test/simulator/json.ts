/** A JSON value, as it goes over the wire. */
export type Json =
	null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Named texts: a query, headers, a form. Any of them may be missing. */
export type Texts = Readonly<Partial<Record<string, string>>>;

/** A JSON object: the fields of a record, a request's body, an error's messages. */
export type JsonObject = { readonly [key: string]: Json };

export function isJsonObject(value: Json | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: Json | undefined): value is readonly Json[] {
	return Array.isArray(value);
}
