import type { INodeProperties } from 'n8n-workflow';
import { labelsOf } from '../../nodes/shared/messages/labels';

const one = (name: string, displayName: string, more: Partial<INodeProperties> = {}) => ({
	name,
	displayName,
	type: 'string' as const,
	default: '',
	...more,
});

test('every field has its display name, those within collections too', () => {
	const properties: INodeProperties[] = [
		one('first_name', 'First Name'),
		one('gender', 'Gender', { type: 'options', options: [{ name: 'Female', value: 'Female' }] }),
		one('fields', 'More Fields', {
			type: 'collection',
			options: [
				one('insurance', 'Insurance', {
					type: 'collection',
					options: [one('payer_id', 'Payer ID')],
				}),
			],
		}),
		one('rows', 'Rows', {
			type: 'fixedCollection',
			options: [{ name: 'values', displayName: 'Values', values: [one('value', 'Row Value')] }],
		}),
	];
	expect(labelsOf(properties)).toEqual({
		first_name: 'First Name',
		gender: 'Gender',
		fields: 'More Fields',
		insurance: 'Insurance',
		payer_id: 'Payer ID',
		rows: 'Rows',
		value: 'Row Value',
	});
});

test('the first of two fields of one name gives it', () => {
	const inner = one('more', 'More', { type: 'collection', options: [one('email', 'Other Email')] });
	expect(labelsOf([one('email', 'Email'), inner]).email).toBe('Email');
	expect(labelsOf([inner, one('email', 'Email')]).email).toBe('Other Email');
});
