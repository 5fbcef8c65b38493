import type { INodeProperties } from 'n8n-workflow';
import { ParameterIssue, readParameter } from '../../nodes/shared/input/parameters';

type Declaration = Partial<INodeProperties> & Pick<INodeProperties, 'type'>;

/** The value, or the issue. */
function read(declaration: Declaration, raw: unknown): unknown {
	const property = { displayName: 'The Name', name: 'the_name', default: '', ...declaration };
	const value = readParameter(property, raw, { timeZone: 'America/New_York' });
	return value instanceof ParameterIssue ? value.message : value;
}

test('a date that is none is answered with how to write one', () => {
	expect(read({ type: 'dateTime' }, 'tomorrow')).toMatch('Write it like 2021-02-14T13:40');
	const dateOnly: Declaration = { type: 'dateTime', typeOptions: { dateOnly: true } };
	expect(read(dateOnly, 'tomorrow')).toMatch('year, month, day, for example 2021-02-14');
	for (const written of ['02/14/2021', '2/14/21', '14.02.2021', '2-14-2021 1:40 PM']) {
		for (const kind of [dateOnly, { type: 'dateTime' } as const]) {
			expect(read(kind, written)).toMatch(/DateTime\.fromFormat\(.*'M\/d\/yyyy'\)/);
		}
	}
	for (const serial of [29_344, '44241', 44241.57]) {
		expect(read(dateOnly, serial)).toMatch(/spreadsheets.*DateTime\.fromISO\('1899-12-30'\)/);
	}
	expect(read(dateOnly, 20_210_214)).toMatch('year, month, day, for example');
});
