import { jsonParse, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { isObject } from '../json';
import { textOf } from '../messages/words';
import { Unusable, type Socket } from './cause';

/** A body on its way, as n8n gives it; 1.x gives its connection too. */
export type Content = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Uint8Array
> & { readonly socket?: Socket };

/**
 * What an answer is to be: `record` and `records` are for what creates one or several, `json` is either,
 * `change` may be answered with nothing.
 */
export type Expected = 'json' | 'record' | 'records' | 'change' | 'text';

/** The whole of a body as text. */
export async function readText(content: Content): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of content) chunks.push(Buffer.from(chunk as Uint8Array));
	return Buffer.concat(chunks)
		.toString('utf8')
		.replace(/^\uFEFF/, '');
}

/**
 * The body of a good answer. Under load DrChrono's edge answers 200 with a page of HTML, or with nothing
 * at all, which is right for a change only (204).
 * @throws Unusable for what is neither a record nor a list, where one is expected
 */
export function readAnswer(text: string, expected: Expected): unknown {
	if (expected === 'text') {
		if (/^\s*(?:$|<!doctype html|<html)/i.test(text)) throw new Unusable({ cause: 'page' });
		return text;
	}
	if (text === '' && expected === 'change') return '';
	const body = parsed(text);
	if (body === NOT_JSON) throw new Unusable({ cause: 'page' });
	const isList = Array.isArray(body);
	if (isObject(body) || expected === 'change' || (isList && expected !== 'record')) return body;
	throw new Unusable({ cause: 'no-record' });
}

const NOT_JSON = Symbol('not JSON');

/** Texts, which may hold anything, and the numbers of Python that JSON does not have. */
const NO_NUMBERS = /"(?:[^"\\]+|\\.)*"?|-?\b(?:NaN|Infinity)\b/gs;

/** JSON; NaN and Infinity, which servers in Python write, are null. */
function parsed(text: string): unknown {
	const plain = jsonParse<unknown>(text, { fallbackValue: NOT_JSON });
	if (plain !== NOT_JSON) return plain;
	const repaired = text.replace(NO_NUMBERS, (part) => (part.startsWith('"') ? part : 'null'));
	return jsonParse<unknown>(repaired, { fallbackValue: NOT_JSON });
}

/** What a refusal says: JSON, else its text. */
export function readRefusal(text: string): unknown {
	return jsonParse<unknown>(text, { fallbackValue: text });
}

/**
 * When DrChrono gave an answer, by its own clock: the header Date, which has whole seconds and always a
 * zone (RFC 9110, section 6.6.1). In ms since 1970; `undefined` without a usable one.
 */
export function timeOfAnswer(headers: IDataObject): number | undefined {
	const at = Date.parse(textOf(headers.date));
	return Number.isNaN(at) ? undefined : at;
}
