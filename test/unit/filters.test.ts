import type { INodeProperties } from 'n8n-workflow';
import { emptyFilter } from '../../nodes/shared/input/filters';

const text = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
});
const collection: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	default: {},
	options: [
		text('Changed Since', 'since'),
		text('Doctor', 'doctor'),
		text('First Name', 'first_name'),
		text('Last Name', 'last_name'),
	],
};
const told = (filters: Parameters<typeof emptyFilter>[1]) => emptyFilter(collection, filters)?.path;

test.each([
	['since', 'Changed Since'],
	['doctor', 'Doctor'],
	['first_name', 'First Name'],
	['last_name', 'Last Name'],
])('an empty %s is told: without it the list would be everybody’s', (name, displayName) => {
	for (const value of ['', null]) {
		expect(told({ [name]: value })).toEqual(['Filters', displayName]);
		expect(told({ [name]: value, gender: 'Female' })).toEqual(['Filters', displayName]);
	}
	expect(told({ [name]: '7' })).toBeUndefined();
});

test('of the two names one is enough', () => {
	expect(told({ first_name: '', last_name: 'Doe' })).toBeUndefined();
	expect(told({ first_name: 'Jane', last_name: '' })).toBeUndefined();
	expect(told({ first_name: '', last_name: '' })).toEqual(['Filters', 'First Name']);
	expect(told({ last_name: '', since: '2021-02-14' })).toEqual(['Filters', 'Last Name']);
});

test('a switch that is off is a filter', () => {
	expect(told({ show_archived: false })).toBeUndefined();
	expect(told({})).toBeUndefined();
});
