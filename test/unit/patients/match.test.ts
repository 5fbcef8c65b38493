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

const born = { date_of_birth: '1971-03-04' };

test.each([
	['chartId', [{ chart_id: 'EXJA000001' }]],
	['email', [{ email: 'jane@example.com' }, born]],
	['nameAndBirthDate', [born]],
	['nameBirthDateAndContact', [born]],
])('%s asks by what nobody misspells, inactive patients included', (matchBy, queries) => {
	const all = queries.map((query) => ({ ...query, show_inactive: true }));
	expect(match(matchBy).queries).toEqual(all);
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

describe('one person in other spellings', () => {
	const { fits } = match('nameAndBirthDate', {
		first_name: 'José Mary-Ann',
		last_name: "O'Brien Smith",
		date_of_birth: '1971-03-04',
	});

	test.each([
		['accents decomposed', 'Jose\u0301 Mary-Ann', "O'Brien Smith"],
		['a typographic apostrophe', 'José Mary-Ann', 'O’Brien Smith'],
		['an accent in its place', 'José Mary-Ann', 'O´Brien Smith'],
		['a no-break hyphen', 'José Mary\u2011Ann', "O'Brien Smith"],
		['a dash', 'José Mary–Ann', "O'Brien Smith"],
		['a no-break blank', 'José\u00A0Mary-Ann', "O'Brien\u202FSmith"],
		['doubled blanks', 'José  Mary-Ann', " O'Brien \t Smith"],
		['zero-width signs', '\uFEFFJosé Mary-\u200BAnn', "O'Brien\u200D Smith"],
		['capitals', 'JOSÉ MARY-ANN', "o'brien smith"],
	])('%s', (_, first_name, last_name) => {
		expect(fits({ first_name, last_name, date_of_birth: '1971-03-04' })).toBe(true);
	});

	test.each([
		['another accent', 'Jose Mary-Ann', "O'Brien Smith"],
		['no hyphen', 'José Mary Ann', "O'Brien Smith"],
		['no apostrophe', 'José Mary-Ann', 'OBrien Smith'],
		['the names shifted', "José Mary-Ann O'Brien", 'Smith'],
	])('but not %s', (_, first_name, last_name) => {
		expect(fits({ first_name, last_name, date_of_birth: '1971-03-04' })).toBe(false);
	});
});

describe('with a common name one contact must be the same', () => {
	const john = { first_name: 'John', last_name: 'Smith', date_of_birth: '1971-03-04' };
	const by = match('nameBirthDateAndContact', {
		...john,
		email: 'john@example.com',
		cell_phone: '(212) 555-0123',
	});

	test.each([
		[{ email: 'JOHN@example.com' }, true, false],
		[{ home_phone: '+1 212 555 0123' }, true, false],
		[{ email: 'other@example.com', cell_phone: '212-555-0123' }, true, false],
		[{ email: 'other@example.com' }, false, false],
		[{ cell_phone: '212-555-0199' }, false, false],
		[{}, false, true],
		[{ email: null, cell_phone: '' }, false, true],
	])('%j: fits %j, doubtful %j', (contact, fits, doubtful) => {
		expect(by.fits({ ...john, ...contact })).toBe(fits);
		expect(by.isDoubtful({ ...john, ...contact })).toBe(doubtful);
	});

	test('and without one nobody can be found', () => {
		const found = matchOf('nameBirthDateAndContact', john);
		expect((found as ParameterIssue).message).toMatch('so are the phone numbers');
	});
});

test.each([
	['chartId', { first_name: 'Joan' }, 'first name or date of birth'],
	['chartId', { date_of_birth: '1971-03-05' }, 'first name or'],
	['email', { date_of_birth: '1971-03-05' }, 'first name or date'],
	['email', { chart_id: 'EXJA000009' }, 'chart ID'],
	['nameAndBirthDate', { chart_id: 'EXJA000009' }, 'chart ID'],
	['nameBirthDateAndContact', { chart_id: 'EXJA000009' }, 'chart ID'],
])('by %s, a patient with %j is somebody else', (matchBy, other, words) => {
	expect(match(matchBy).contradiction({ ...jane, ...other })).toMatch(words);
});

test.each(['chartId', 'email', 'nameAndBirthDate'])(
	'by %s, what the chart or the item lacks contradicts nothing, and a last name may change',
	(matchBy) => {
		const { contradiction } = match(matchBy);
		expect(contradiction({ ...jane, chart_id: '', date_of_birth: null })).toBeUndefined();
		expect(contradiction({ ...jane, first_name: 'JANE', last_name: 'Wed' })).toBeUndefined();
	},
);

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
