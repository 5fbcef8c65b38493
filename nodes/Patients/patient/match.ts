import type { IDataObject } from 'n8n-workflow';
import { property } from '../../shared/operation/operation';
import { ParameterIssue } from '../../shared/input/parameters';
import { comparable, isBlank, normalized } from '../../shared/input/text';

/** What tells whether a patient exists already. */
export interface Match {
	/** The fields that are the same. */
	readonly fields: readonly string[];
	/**
	 * Lists that have every patient who may fit, and others: they are asked for one after the other, until
	 * one fits. Names may be spelled in the chart in a way that no filter finds, a date may not.
	 */
	readonly queries: readonly IDataObject[];
	readonly fits: (patient: IDataObject) => boolean;
	/** Whether it cannot be told if a patient fits, since the chart lacks what tells. */
	readonly isDoubtful: (patient: IDataObject) => boolean;
	/** What the fields are called together. */
	readonly called: string;
	/** What a patient who fits has otherwise, so that it is another person all the same, in words. */
	readonly contradiction: (patient: IDataObject) => string | undefined;
}

const PERSON = ['first_name', 'last_name', 'date_of_birth'];
const PHONES = ['cell_phone', 'home_phone', 'office_phone'];

interface By {
	/** What the fields are called together. */
	readonly called: string;
	/** The fields that must be the same. */
	readonly fields: readonly string[];
	/** Those of which one more must be the same. */
	readonly contacts?: readonly string[];
}

/** By the value of Match By. */
const MATCH_BY: Readonly<Partial<Record<string, By>>> = {
	chartId: { called: 'chart ID', fields: ['chart_id'] },
	email: { called: 'email', fields: ['email'] },
	nameAndBirthDate: { called: 'name and date of birth', fields: PERSON },
	nameBirthDateAndContact: {
		called: 'name, date of birth and phone or email',
		fields: PERSON,
		contacts: ['email', ...PHONES],
	},
};

/** What tells people apart, whatever they are matched by: families share an email, tables have wrong IDs. */
const IDENTITY: ReadonlyArray<readonly [words: string, fields: readonly string[]]> = [
	['first name or date of birth', ['first_name', 'date_of_birth']],
	['chart ID', ['chart_id']],
];

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
			{
				name: 'Name, Date of Birth and Phone or Email',
				value: 'nameBirthDateAndContact',
				description: 'For common names: one phone number or the email must be the same, too',
			},
		],
		description:
			'What makes two records the same patient. If several match, or who matches seems to be somebody else, nothing is changed and the message lists their IDs.',
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

/** How to find the patient that `fields` describe, or which of the needed fields is empty. */
export function matchOf(matchBy: string, fields: IDataObject): Match | ParameterIssue {
	const by = MATCH_BY[matchBy];
	// An expression may give nothing, and by nothing every patient would match.
	if (!by) return new ParameterIssue('is empty. Choose what to match by', ['Match By']);
	const missing = by.fields.find((name) => isBlank(fields[name]));
	if (missing) {
		return new ParameterIssue('is empty, and patients are matched by it', [DISPLAY_NAMES[missing]]);
	}
	if (by.contacts?.every((name) => isBlank(fields[name]))) {
		return new ParameterIssue(
			'is empty, and so are the phone numbers: patients are matched by one',
			[DISPLAY_NAMES.email],
		);
	}
	const hasThese = (patient: IDataObject) =>
		by.fields.every((name) => comparable(patient[name]) === comparable(fields[name]));
	const contacts = contactsOf(fields);
	const sharesContact = (patient: IDataObject) =>
		!by.contacts || contactsOf(patient).some((one) => contacts.includes(one));
	return {
		fields: by.fields,
		queries: queriesOf(by, fields),
		fits: (patient) => hasThese(patient) && sharesContact(patient),
		isDoubtful: (patient) =>
			by.contacts !== undefined && hasThese(patient) && contactsOf(patient).length === 0,
		called: by.called,
		contradiction: (patient) =>
			IDENTITY.find(([, names]) => names.some((name) => differs(name, patient, fields)))?.[0],
	};
}

/** Whether both are told and are not the same. */
function differs(name: string, patient: IDataObject, fields: IDataObject): boolean {
	const [theirs, ours] = [comparable(patient[name]), comparable(fields[name])];
	return theirs !== '' && ours !== '' && theirs !== ours;
}

/** The email and the phone numbers, these by their last ten digits: a country code is not always written. */
function contactsOf(patient: IDataObject): string[] {
	const phones = PHONES.map((name) => comparable(patient[name]).replace(/\D/g, '').slice(-10));
	return [comparable(patient.email), ...phones].filter((contact) => contact !== '');
}

/** DrChrono leaves inactive patients out of a list unless they are asked for. */
function queriesOf({ fields: names }: By, fields: IDataObject): IDataObject[] {
	const { chart_id, email, date_of_birth } = fields;
	const byBirthDate = isBlank(date_of_birth) ? [] : [{ date_of_birth }];
	const code = { chart_id: normalized(chart_id).toUpperCase() };
	const queries = names.includes('chart_id')
		? [code]
		: names.includes('email')
			? [{ email: normalized(email) }, ...byBirthDate]
			: byBirthDate;
	return queries.map((query) => ({ ...query, show_inactive: true }));
}

/** @throws ParameterIssue for a new patient whom nobody could find again: without first and last name */
export function withName(patient: IDataObject): IDataObject {
	if (!isBlank(patient.first_name) || !isBlank(patient.last_name)) return patient;
	throw new ParameterIssue('is empty, and so is the last name: a new patient needs one of them', [
		'First Name',
	]);
}
