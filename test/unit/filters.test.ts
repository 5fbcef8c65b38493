import { emptyFilter, filterQuery } from '../../nodes/shared/filters';

test('a query has the filters that were filled in', () => {
	expect(filterQuery({ patient: '7', gender: '', since: null, verbose: false })).toEqual({
		patient: '7',
		verbose: false,
	});
});

test.each([
	['patient', 'Patient'],
	['doctor', 'Doctor'],
	['office', 'Office'],
	['email', 'Email'],
	['chart_id', 'Chart ID'],
	['status', 'Status'],
	['first_name', 'First Name'],
	['last_name', 'Last Name'],
	['date_of_birth', 'Date of Birth'],
])('an empty %s is told: without it the list would be everybody’s', (name, displayName) => {
	for (const value of ['', null]) {
		expect(emptyFilter({ [name]: value })?.path).toEqual(['Filters', displayName]);
		expect(() => filterQuery({ [name]: value })).toThrow('is empty');
	}
	expect(emptyFilter({ [name]: '7' })).toBeUndefined();
});

test('of the names and the date of birth one is enough to say who is meant', () => {
	expect(filterQuery({ first_name: '', last_name: 'Doe' })).toEqual({ last_name: 'Doe' });
	expect(filterQuery({ last_name: '', date_of_birth: '1980-05-03' })).toEqual({
		date_of_birth: '1980-05-03',
	});
	expect(() => filterQuery({ first_name: '', last_name: '', doctor: '7' })).toThrow('is empty');
});
