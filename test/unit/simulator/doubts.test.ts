import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import {
	DOUBTS,
	type Doubt,
	doubtsInWords,
	parseDoubts,
	positions,
	ROUNDS,
} from '../../simulator/doubts';

const register: [string, Doubt][] = Object.entries(DOUBTS);

test.each(register)(
	'%s is a question with at least two answers',
	(_name, { question, answers }) => {
		expect(question).toMatch(/\?$/);
		expect(Object.keys(answers).length).toBeGreaterThan(1);
		// JavaScript sorts names that are numbers before all others: the first answer would not be first.
		expect(Object.keys(answers).filter((answer) => /^\d+$/.test(answer))).toEqual([]);
	},
);

test('in the rounds every answer of every switch has its turn, the usual one first', () => {
	const rounds = Array.from({ length: ROUNDS }, (_, round) => positions(round));
	for (const [name, { answers }] of register) {
		const taken = rounds.map((round) => Object.entries(round).find(([one]) => one === name)?.[1]);
		expect([...new Set(taken)]).toEqual(Object.keys(answers));
	}
	expect(positions(ROUNDS)).toEqual(positions(ROUNDS - 1));
});

test('a switch or an answer that there is not is refused by name', () => {
	expect(parseDoubts({ envelope: 'data' })).toEqual({ envelope: 'data' });
	expect(() => parseDoubts({ envelop: 'data' })).toThrow(
		'There is no switch "envelop", but envelope',
	);
	expect(() => parseDoubts({ envelope: 'rows' })).toThrow('"envelope" has no "rows", but results');
});

test('the register tells every switch and answer', () => {
	const words = doubtsInWords();
	for (const [name, { question, answers }] of register) {
		expect(words).toContain(`${name}  ${question}`);
		for (const [answer, meaning] of Object.entries(answers)) {
			expect(words).toContain(`${answer}: ${meaning}`);
		}
	}
});

describe('Every switch', () => {
	const read = (...place: string[]) => readFileSync(path.resolve(__dirname, ...place), 'utf8');
	const names = register.map(([name]) => name).sort();

	test('is in one row of the page about what nobody knows, and no other is', () => {
		const rows = read('../../../docs/unknowns.md')
			.split('\n')
			.filter((line) => line.startsWith('| '));
		const told = rows.flatMap(
			(row) =>
				row
					.split('|')
					.at(-2)
					?.match(/(?<=`)\w+(?=`)/g) ?? [],
		);
		expect(told.sort()).toEqual(names);
	});

	test('is turned by a test of its own', () => {
		const folder = path.resolve(__dirname, '../..');
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
		const tests = files.filter((file) => file.endsWith('.test.ts'));
		const text = tests.map((file) => read(folder, file)).join();
		expect(names.filter((name) => !text.includes(name))).toEqual([]);
	});
});
