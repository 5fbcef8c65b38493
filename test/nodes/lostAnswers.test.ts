import type { IBinaryKeyData } from 'n8n-workflow';
import { upload } from '../support/documents';
import { locator, patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';
import type { Fault } from '../simulator/types';

let practice: Practice;

beforeEach(async () => {
	practice = await openPractice({ patients: 20 });
	// Practices may turn it off, and then nothing but the node stands against doubles.
	practice.simulator.store.settings.duplicateCheck = false;
});
afterEach(async () => await practice.simulator.close());

const POST = { method: 'POST' };
const sent = (method: string) => practice.simulator.requests({ method });
const jane = { first_name: 'Jane', last_name: 'Placeholder', date_of_birth: '1971-03-04' };
const goOn = { onError: 'continueRegularOutput' } as const;

function file(content: string, fileName = 'scan.txt'): IBinaryKeyData {
	const data = Buffer.from(content).toString('base64');
	return { data: { data, mimeType: 'text/plain', fileName } };
}

const LOST: ReadonlyArray<readonly [string, Fault['effect'], string]> = [
	['an answer that is cut off', { kind: 'cut', after: 'headers' }, 'may or may not'],
	[
		'an answer that only says where the record is',
		{ kind: 'status', status: 303 },
		'has carried this out',
	],
];

/** DrChrono carries out the first creation, and its answer is lost on the way. */
function loseTheFirstAnswer(effect = LOST[0][1]) {
	practice.simulator.inject({ match: POST, effect });
	practice.simulator.inject({ match: { method: 'GET' }, times: 99, effect: { kind: 'stale' } });
}

test.each(LOST)(
	'Create or Update: after %s the same patient is not created again',
	async (...lost) => {
		const [, effect, words] = lost;
		loseTheFirstAnswer(effect);
		const { outputs } = await practice.run({
			nodes: [
				patients(
					'upsert',
					{ ...jane, matchBy: 'nameAndBirthDate', gender: 'Female', doctor: locator(1) },
					goOn,
				),
			],
			items: [{ json: {} }, { json: {} }],
		});
		expect(outputs[0].map(({ json }) => json.error)).toEqual([
			expect.stringContaining(words),
			expect.stringContaining(words),
		]);
		expect(sent('POST')).toHaveLength(1);
		const all = practice.simulator.store.patients.all();
		const stored = all.filter(({ last_name }) => last_name === jane.last_name);
		// The simulator answers a status without acting.
		expect(stored).toHaveLength(effect.kind === 'status' ? 0 : 1);
	},
);

test.each(
	LOST.flatMap(([lost, effect]) => [
		[lost, 'by its description', effect, {}] as const,
		[lost, 'by its content', effect, { tagWithChecksum: true }] as const,
	]),
)(
	'Skip If Already Filed: after %s the same file, %s, is not sent again',
	async (_lost, _by, effect, more) => {
		loseTheFirstAnswer(effect);
		const { outputs } = await practice.run({
			nodes: [upload({ options: { skipIfAlreadyFiled: true, ...more } }, goOn)],
			items: ['one', 'one', 'other'].map((content) => ({
				json: {},
				binary: file(content, `${content}.txt`),
			})),
		});
		expect(outputs[0].map(({ json }) => 'error' in json)).toEqual([true, true, false]);
		expect(sent('POST')).toHaveLength(2);
	},
);

test('Skip If Already Filed: a document stands for one file, so a rerun files what was refused', async () => {
	const refuse: Fault = { match: POST, skip: 1, effect: { kind: 'status', status: 400 } };
	practice.simulator.inject(refuse);
	const options = { skipIfAlreadyFiled: true };
	const nodes = [upload({ description: 'Lab report', options }, goOn)];
	const items = ['a', 'b'].map((name) => ({ json: {}, binary: file(name, `${name}.txt`) }));
	const before = await practice.run({ nodes, items });
	expect(before.outputs[0].map(({ json }) => 'error' in json)).toEqual([false, true]);
	const again = await practice.json({ nodes, items });
	expect(again.map(({ alreadyFiled }) => alreadyFiled)).toEqual([true, false]);
});

describe('an answer with nothing in it, which DrChrono’s edge gives under load', () => {
	const nothing: Fault = { match: POST, effect: { kind: 'status', status: 200, body: '' } };
	beforeEach(() => practice.simulator.inject(nothing));

	test('to Create: nobody knows, and it is said', async () => {
		const { error } = await practice.run({
			nodes: [patients('create', { ...jane, gender: 'Female', doctor: locator(1) })],
		});
		expect(error?.message).toContain('may or may not');
	});

	test('to Upload: nobody knows, and it is said', async () => {
		const { error } = await practice.run({
			nodes: [upload()],
			items: [{ json: {}, binary: file('x') }],
		});
		expect(error?.message).toContain('may or may not');
	});

	test('to Create Many: the other items go on', async () => {
		const { outputs } = await practice.run({
			nodes: [patients('createMany', { doctor: locator(1), options: { batchSize: 1 } }, goOn)],
			items: ['A', 'B', 'C'].map((first_name) => ({
				json: { ...jane, first_name, gender: 'Other' },
			})),
		});
		expect(outputs[0].map(({ json }) => json.first_name)).toEqual([undefined, 'B', 'C']);
		expect(outputs[0][0].json.error).toContain('may or may not');
	});
});

test('items come out in their order, also those that were refused before anything was sent', async () => {
	const { outputs } = await practice.run({
		nodes: [patients('createMany', { doctor: locator(1) }, goOn)],
		items: ['Other', 'Nobody', 'Other'].map((gender, index) => ({
			json: { ...jane, first_name: `Jane${index}`, gender },
		})),
	});
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 1 },
		{ item: 2 },
	]);
	expect(outputs[0].map(({ json }) => 'error' in json)).toEqual([false, true, false]);
});

test('an email that a family shares makes nobody somebody else', async () => {
	const email = 'family@example.com';
	const person = (more: object) =>
		patients('upsert', {
			...jane,
			matchBy: 'email',
			email,
			gender: 'Female',
			doctor: locator(1),
			...more,
		});
	const [child] = await practice.json({ nodes: [person({ date_of_birth: '2015-01-01' })] });
	for (const other of [{ date_of_birth: '1980-01-01' }, { first_name: 'Mum' }]) {
		const { error } = await practice.run({
			nodes: [person({ date_of_birth: '2015-01-01', ...other })],
		});
		expect(error?.message).toBe(
			`Patient ${String(child.id)} has this email, and another first name or date of birth [item 0]`,
		);
	}
	expect(sent('PATCH')).toEqual([]);
	const names = [{ json: { name: 'One' } }, { json: { name: 'Two' } }];
	const { outputs } = await practice.run({
		nodes: [
			{
				...person({ email: 'others@example.com', first_name: '={{ $json.name }}' }),
				onError: 'continueRegularOutput',
			},
		],
		items: names,
	});
	expect(outputs[0].map(({ json }) => 'error' in json)).toEqual([false, true]);
});
