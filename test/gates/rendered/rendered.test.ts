import { runInNewContext } from 'node:vm';
import type { INodeProperties } from 'n8n-workflow';
import { packageCredentials, packageNodes } from '../../support/manifest';
import { EXCEPTIONS, excepts } from './exceptions';
import { findingsIn, type Finding } from './findings';
import { render } from './render';

/** By rule, and by what it says, the properties it says it of. */
function readable(findings: readonly Finding[]): string {
	const where = new Map<string, Set<string>>();
	for (const { rule, message, where: one } of findings) {
		const text = `${rule}: ${message.slice(0, 100)}`;
		where.set(text, (where.get(text) ?? new Set()).add(one));
	}
	return [...where].map(([text, all]) => [text, ...all].join('\n   ')).join('\n');
}

/**
 * The scan of the sources sees only what is written out. Here n8n's rules see every property of the
 * built nodes, however it came about.
 */
describe('n8n’s rules on the properties that are built', () => {
	let findings: Finding[];

	beforeAll(async () => {
		findings = await findingsIn([...packageNodes(), ...packageCredentials()]);
	});

	test('find nothing but what is meant to be so', () => {
		const left = findings.filter((finding) => !EXCEPTIONS.some((one) => excepts(one, finding)));
		expect(readable(left)).toBe('');
	});

	test('every exception is needed', () => {
		const idle = EXCEPTIONS.filter((one) => !findings.some((finding) => excepts(one, finding)));
		expect(idle.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual([]);
	});
});

const state: INodeProperties = {
	displayName: 'State',
	name: 'state',
	type: 'options',
	default: '',
	options: [{ name: 'It’s\n"California" \\', value: 'CA' }],
};
const rows: INodeProperties = {
	displayName: 'Rows',
	name: 'rows',
	type: 'fixedCollection',
	default: {},
	options: [{ displayName: 'Row', name: 'row', values: [state] }],
};

test('a finding names its rule, its node and its property', async () => {
	const findings = await findingsIn([{ name: 'drChronoThings', properties: [state, rows] }]);
	expect(readable(findings.filter(({ rule }) => rule === 'node-param-default-wrong-for-options')))
		.toBe(`node-param-default-wrong-for-options: Set one of CA as default [autofixable]
   drChronoThings state
   drChronoThings rows.row.state`);
});

test('what is rendered reads back as it was', () => {
	const { source } = render([state, rows]);
	const literal = source.slice(source.indexOf('= [') + 2, source.lastIndexOf(';'));
	expect(runInNewContext(literal)).toEqual([state, rows]);
});
