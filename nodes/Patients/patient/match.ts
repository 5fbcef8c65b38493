import type { IDataObject } from 'n8n-workflow';
import { property } from '../../shared/operation/operation';
import { ParameterIssue } from '../../shared/input/parameters';
import { textOf } from '../../shared/messages/words';

/** What tells whether a patient exists already. */
export interface Match {
	/** The same for the same patient. */
	readonly key: string;
	/** The fields that are the same. */
	readonly fields: readonly string[];
	/** Narrows DrChrono's list; it may hold more than what fits, since its filters are not exact. */
	readonly query: IDataObject;
	readonly fits: (patient: IDataObject) => boolean;
	/** Whether a patient who fits is another person all the same. */
	readonly isSomebodyElse: (patient: IDataObject) => boolean;
}

/** Match By value → the fields that must be the same. */
const MATCH_FIELDS: Readonly<Partial<Record<string, readonly string[]>>> = {
	chartId: ['chart_id'],
	email: ['email'],
	nameAndBirthDate: ['first_name', 'last_name', 'date_of_birth'],
};

/** Match By value → what tells people apart who share what they are matched by: families share an email. */
const PERSONAL_FIELDS: Readonly<Partial<Record<string, readonly string[]>>> = {
	email: ['first_name', 'date_of_birth'],
};

const DISPLAY_NAMES: Readonly<Record<string, string>> = {
	chart_id: 'Chart ID',
	email: 'Email',
	first_name: 'First Name',
	last_name: 'Last Name',
	date_of_birth: 'Date of Birth',
};

export const matchParameters = [
	property({
		displayName: 'Match By',
		name: 'matchBy',
		type: 'options',
		default: 'nameAndBirthDate',
		options: [
			{ name: 'Chart ID', value: 'chartId' },
			{ name: 'Email', value: 'email' },
			{ name: 'Name and Date of Birth', value: 'nameAndBirthDate' },
		],
		description:
			'What makes two records the same patient. If several patients match, nothing is changed and the message lists their IDs.',
	}),
	property({
		displayName: 'Chart ID',
		name: 'chart_id',
		type: 'string',
		default: '',
		placeholder: 'e.g. DOJA000001',
		hint: 'Needed if Match By is Chart ID',
		description: 'Four letters and six digits, from the patient’s chart',
	}),
	property({
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'name@email.com',
		hint: 'Needed if Match By is Email',
	}),
] as const;

/** How to find the patient that `fields` describe, or which of the needed fields is empty. Pure. */
export function matchOf(matchBy: string, fields: IDataObject): Match | ParameterIssue {
	const names = MATCH_FIELDS[matchBy];
	// An expression may give nothing, and by nothing every patient would match.
	if (!names) return new ParameterIssue('is empty. Choose what to match by', ['Match By']);
	const missing = names.find((name) => !fields[name]);
	if (missing) {
		return new ParameterIssue('is empty, and patients are matched by it', [DISPLAY_NAMES[missing]]);
	}
	const comparable = (patient: IDataObject) => names.map((name) => plain(patient[name])).join('\n');
	const key = comparable(fields);
	return {
		key: `${matchBy}\n${key}`,
		fields: names,
		query: Object.fromEntries(names.map((name) => [name, fields[name]])),
		fits: (patient) => comparable(patient) === key,
		isSomebodyElse: (patient) =>
			(PERSONAL_FIELDS[matchBy] ?? []).some((name) => {
				const [theirs, ours] = [plain(patient[name]), plain(fields[name])];
				return theirs !== '' && ours !== '' && theirs !== ours;
			}),
	};
}

const plain = (value: unknown): string => textOf(value).trim().toLowerCase();
