import { emptyFilter, filterQuery } from '../../nodes/shared/filters';

test('a query has the filters that were filled in', () => {
	expect(filterQuery({ patient: '7', last_name: '', since: null, verbose: false })).toEqual({
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
])('an empty %s is told: without it the list would be everybody’s', (name, displayName) => {
	for (const value of ['', null]) {
		expect(emptyFilter({ [name]: value })?.path).toEqual(['Filters', displayName]);
		expect(() => filterQuery({ [name]: value })).toThrow('is empty');
	}
	expect(emptyFilter({ [name]: '7' })).toBeUndefined();
});
