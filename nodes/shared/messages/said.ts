import type { IDataObject } from 'n8n-workflow';
import { words } from './words';

/** Of what DrChrono says, this much is told. */
const MAXIMUM_LENGTH = 300;
/** What DrChrono's texts are read to at all. */
const MAXIMUM_READ = 200_000;

/**
 * What DrChrono says of a request, `{"field":["message"]}`, nested or in lists, in one line with display
 * names. DrChrono quotes what it does not like; none of that may reach a message or a log, and nothing of
 * what is stored. It takes a time that grows with the texts' length only.
 * @param sent queries and bodies
 * @returns at most some hundred characters
 */
export function told(
	body: unknown,
	labels: Readonly<Record<string, string>>,
	sent: readonly unknown[],
): string {
	const values = [...leaves(sent)];
	const sentWords = new Set(values.flatMap((value) => normal(value).match(WORD) ?? []));
	return shortened(
		flatten(body, labels, (text) => withoutValues(text, values, sentWords)),
		MAXIMUM_LENGTH,
	);
}

function flatten(
	body: unknown,
	labels: Readonly<Record<string, string>>,
	tell: (text: string) => string,
): string {
	if (typeof body === 'string') return /<[a-z!]/i.test(body) ? '' : tell(body);
	if (typeof body !== 'object' || body === null) return '';
	const parts = Array.isArray(body)
		? body.map((part) => flatten(part, labels, tell))
		: Object.entries(body as IDataObject).map(([field, messages]) => {
				const text = flatten(messages, labels, tell);
				const generic = field === 'detail' || field === 'non_field_errors';
				return generic || !text ? text : `${labels[field] ?? words(field)}: ${text}`;
			});
	return parts.filter(Boolean).join(' ');
}

/**
 * Without what stands in quotes, addresses, dates, long numbers, words of what was sent that are no words
 * of a form's messages, and names within a sentence.
 */
function withoutValues(
	text: string,
	values: readonly string[],
	sentWords: ReadonlySet<string>,
): string {
	const masked = text
		.slice(0, MAXIMUM_READ)
		.normalize('NFC')
		.replace(/\S{41,}/g, '…')
		.replace(/Invalid pk "[^"]*" - object does not exist\.?/g, 'there is no such record.')
		.replace(QUOTED, '"…"')
		.replace(ADDRESS_OR_NUMBER, '…')
		.replace(WORD, (word) => (isValue(word, sentWords) ? '…' : word))
		.replace(NAME_IN_SENTENCE, (word) => (KNOWN_WORDS.has(normal(word)) ? word : '…'))
		.replace(/…(?:[^\p{L}\p{N}.…]{0,3}…)+/gu, '…');
	// Of a long text that is given back, the known words in between tell nothing either.
	const whole = masked.length > MAXIMUM_LENGTH ? masked.replace(/…(?:[^…]{0,40}…)+/g, '…') : masked;
	const short = shortened(whole, MAXIMUM_LENGTH);
	return values
		.filter((value) => value.length >= 3 && value.length <= short.length)
		.sort((a, b) => b.length - a.length)
		.reduce((said, value) => said.replace(new RegExp(literal(value), 'gi'), '…'), short);
}

function shortened(text: string, length: number): string {
	return text.length > length ? `${text.slice(0, length).replace(/\S*$/, '')}…` : text;
}

const normal = (word: string) => word.normalize('NFC').toLowerCase();

/**
 * Whether a word is one of what was sent, or in a script that DrChrono's own words are not in; short numbers
 * are its own, such as a limit.
 */
function isValue(word: string, sentWords: ReadonlySet<string>): boolean {
	if (NOT_LATIN.test(word)) return true;
	if (!sentWords.has(normal(word)) || KNOWN_WORDS.has(normal(word))) return false;
	return /^\d+$/.test(word) ? word.length > 2 : word.length > 1 || !/^[a-z]$/i.test(word);
}

/** As a regular expression that matches nothing else. */
function literal(value: string): string {
	return value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Between quotes of any kind; an apostrophe within a word is none. */
const QUOTED = /"[^"]*"|“[^“”]*”|‘[^‘’]*’|(?<!\w)'[^']*'(?!\w)/g;
const ADDRESS_OR_NUMBER =
	/\S+@\S+\w|\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{2,4}|\+?\d[\d ().-]{7,}\d/g;
/** A word in capitals that does not begin a sentence or follow a field's name. */
const NAME_IN_SENTENCE = /(?<=[\p{Ll}\p{N},…] )\p{Lu}[\p{L}'’-]+/gu;

/** The words of a form's messages, in any order: what they say tells nothing of a person. */
const KNOWN_WORDS = new Set(
	(
		'a about above access account active address after again all allow allowed already also an and any api application appointment ' +
		'appointments are archived array as at available be because been before below between blank boolean but by can cannot ' +
		'change changed character characters chart check choice choices code conflict conflicts correct could create created ' +
		'date datetime day days deleted detail did different digit digits do doctor document does duplicate duration each ' +
		'email empty end ensure enter error exam exceeds exist existing exists expected false field fields file filter for ' +
		'format found from gender given greater group has have hour hours id ids if in inactive incorrect input insurance ' +
		'integer invalid is it item its json larger least length less letters limit list long longer match maximum may ' +
		'message minimum minutes missing more most must name needed no not null number object of office offices on one only ' +
		'optional or other out outside overlap overlaps page parameter parsed past patient patients permission phone pk ' +
		'please potential practice primary profile provide provided range reached record records request required reserved ' +
		'room same scheduled set should size smaller start state status string submitted such supported than that the there ' +
		'these this time to too true type unable under unique unknown up update url use used user valid value values was we when ' +
		'which with within wrong year you your zip'
	).split(' '),
);

function* leaves(value: unknown): Generator<string> {
	if (typeof value === 'string' || typeof value === 'number') yield String(value);
	else if (typeof value === 'object' && value !== null) {
		for (const part of Object.values(value)) yield* leaves(part);
	}
}
