import type { IDataObject } from 'n8n-workflow';
import { matchOf, type Match } from '../../../nodes/Patients/patient/match';
import { ParameterIssue } from '../../../nodes/shared/input/parameters';

const jane = {
	first_name: 'Jane',
	last_name: 'Example',
	date_of_birth: '1971-03-04',
	email: 'jane@example.com',
	chart_id: 'EXJA000001',
};

function match(matchBy: string, fields: IDataObject = jane): Match {
	const found = matchOf(matchBy, fields);
	if (found instanceof ParameterIssue) throw found;
	return found;
}

test.each([
	['chartId', { chart_id: 'EXJA000001' }],
	['email', { email: 'jane@example.com' }],
	['nameAndBirthDate', { first_name: 'Jane', last_name: 'Example', date_of_birth: '1971-03-04' }],
])('%s narrows the list by its fields and nothing else', (matchBy, query) => {
	expect(match(matchBy).query).toEqual(query);
});

describe('a patient fits', () => {
	const fits = (patient: IDataObject) => match('nameAndBirthDate').fits(patient);

	test('whatever the case and the spaces around', () => {
		expect(fits({ ...jane, first_name: ' JANE ', email: 'other@example.com' })).toBe(true);
	});

	test.each([
		// DrChrono's filters find parts of names
		{ first_name: 'Janet' },
		{ last_name: 'Example-Smith' },
		{ date_of_birth: '1971-03-05' },
		{ date_of_birth: null },
		{ first_name: 'Jane\nExample', last_name: '' },
		// The parts do not run into one another.
		{ first_name: 'JaneE', last_name: 'xample' },
	])('but not with %j', (other) => expect(fits({ ...jane, ...other })).toBe(false));

	test('by e-mail or chart ID alone, whoever it is', () => {
		const other = { ...jane, first_name: 'Janet', date_of_birth: null };
		expect(match('email').fits(other)).toBe(true);
		expect(match('chartId').fits({ ...other, chart_id: 'exja000001' })).toBe(true);
		expect(match('chartId').fits({ ...other, chart_id: 'EXJA000002' })).toBe(false);
	});
});

describe('who shares an email is somebody else', () => {
	const isSomebodyElse = (patient: IDataObject) => match('email').isSomebodyElse(patient);

	test.each([{ first_name: 'John' }, { date_of_birth: '2001-03-04' }])('with %j', (other) =>
		expect(isSomebodyElse({ ...jane, ...other })).toBe(true),
	);

	test.each([
		{},
		{ first_name: ' JANE', last_name: 'Married' },
		{ first_name: '' },
		{ date_of_birth: null },
	])('but not with %j', (other) => expect(isSomebodyElse({ ...jane, ...other })).toBe(false));

	test('unless the item does not say who it is', () => {
		const unnamed = match('email', { email: jane.email });
		expect(unnamed.isSomebodyElse(jane)).toBe(false);
	});

	test('a chart ID and a name with its date are nobody else’s', () => {
		const other = { first_name: 'John', date_of_birth: '2001-03-04' };
		expect(match('chartId').isSomebodyElse(other)).toBe(false);
		expect(match('nameAndBirthDate').isSomebodyElse(other)).toBe(false);
	});
});

test('the key is the same for the same patient only', () => {
	const { key } = match('email');
	expect(match('email', { ...jane, email: ' Jane@Example.com' }).key).toBe(key);
	expect(match('email', { ...jane, email: 'jane2@example.com' }).key).not.toBe(key);
	expect(match('email', { email: 'same' }).key).not.toBe(
		match('chartId', { chart_id: 'same' }).key,
	);
	const named = (first_name: string, last_name: string) =>
		match('nameAndBirthDate', { ...jane, first_name, last_name }).key;
	expect(named('Ann', 'Lee Ray')).not.toBe(named('Ann Lee', 'Ray'));
});

test.each([
	['chartId', 'chart_id', 'Chart ID'],
	['email', 'email', 'Email'],
	['nameAndBirthDate', 'first_name', 'First Name'],
	['nameAndBirthDate', 'last_name', 'Last Name'],
	['nameAndBirthDate', 'date_of_birth', 'Date of Birth'],
])('%s needs %s', (matchBy, field, displayName) => {
	for (const blank of ['', null, undefined]) {
		const found = matchOf(matchBy, { ...jane, [field]: blank });
		expect(found).toBeInstanceOf(ParameterIssue);
		expect((found as ParameterIssue).path).toEqual([displayName]);
		expect((found as ParameterIssue).message).toBe('is empty, and patients are matched by it');
	}
});

test.each(['', 'null', 'name'])('no patient matches by "%s"', (matchBy) => {
	const found = matchOf(matchBy, jane);
	expect(found).toBeInstanceOf(ParameterIssue);
	expect((found as ParameterIssue).path).toEqual(['Match By']);
	expect((found as ParameterIssue).message).toBe('is empty. Choose what to match by');
});
