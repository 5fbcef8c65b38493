import fc from 'fast-check';
import { explain, type Circumstances } from '../../nodes/shared/messages/errors';
import { told } from '../../nodes/shared/messages/said';
import type { Failure } from '../../nodes/shared/transport/retry';
import { VirtualTime } from './virtualTime';

const about: Circumstances = { method: 'POST', path: '/api/patients', sent: [] };
const refused = (status: number, body: unknown = ''): Failure => ({
	kind: 'refused',
	status,
	body,
});
const say = (failure: Failure, more: Partial<Circumstances> = {}) =>
	explain(failure, { ...about, ...more }, 'America/New_York');

describe('what DrChrono says', () => {
	test.each<[unknown, string]>([
		[{ gender: ['This field is required.'] }, 'Gender: This field is required.'],
		[{ email: ['One.', 'Two.'], chart_id: ['Three.'] }, 'Email: One. Two. Chart ID: Three.'],
		[{ detail: 'Not now.' }, 'Not now.'],
		[{ non_field_errors: ['Not so.'] }, 'Not so.'],
		[{ primary_insurance: { payer_id: ['Bad.'] } }, 'Primary Insurance: Payer ID: Bad.'],
		[[{}, { email: ['Bad.'] }], 'Email: Bad.'],
		[['One.', 'Two.'], 'One. Two.'],
		['Plain.', 'Plain.'],
		[{ a: [], b: '', c: null, d: 4, e: true }, ''],
		['<!DOCTYPE html><p>No', ''],
		[{ detail: '<html>' }, ''],
		['a < b', 'a < b'],
		[undefined, ''],
		[null, ''],
		[7, ''],
	])('%j is %s', (body, expected) => expect(told(body, {}, [])).toBe(expected));

	test('takes display names where there are any', () => {
		const body = { cell_phone: ['Bad.'], other_field: ['Worse.'] };
		expect(told(body, { cell_phone: 'Mobile' }, [])).toBe('Mobile: Bad. Other Field: Worse.');
	});
});

describe('values that were sent', () => {
	test.each<[string, unknown[], string]>([
		['"jane@example" is not an address', [], '"…" is not an address'],
		['Invalid pk "77" - object does not exist.', [], 'there is no such record.'],
		['Jane Doe is known', [{ first_name: 'Jane' }, { last: ['Doe'] }], '… is known'],
		['a patient Zoe Quill is known', [], 'a patient … is known'],
		['Janet is known', ['Jan', 'Janet'], '… is known'],
		['Doe is Doe', [{ a: { b: { c: 'Doe' } } }], '… is …'],
		['number 12345', [{ id: 12345 }], 'number …'],
		['a.c is not abc', ['a.c'], '… is not abc'],
		['ID of a doctor', ['ID', 'a'], 'ID of a doctor'],
		['true to null', [true, null, undefined], 'true to null'],
		["'JANE.DOE@EXAMPLE.COM' is used already", ['jane.doe@example.com'], '"…" is used already'],
		['jane.roe@example.com is used, born 03/04/1971 or 1971-03-04.', [], '… is used, born … or ….'],
		[
			'DOE is odd, and so is the practice’s doctor',
			['Doe'],
			'… is odd, and so is the practice’s doctor',
		],
		["The doctor's calendar isn't open", [], "The doctor's calendar isn't open"],
		['the price (a+b) is odd', ['(A+B)'], 'the price … is odd'],
	])('in %j are taken out', (text, sent, expected) => {
		expect(told(text, {}, sent)).toBe(expected);
	});

	const value = fc
		.string({ minLength: 3, maxLength: 12 })
		.filter((text) => !text.includes('…') && !'"…"'.includes(text));
	const nested = fc.oneof(
		value,
		fc.record({ field: value }),
		fc.array(value, { minLength: 1, maxLength: 3 }),
		fc.record({
			deep: fc.record({ list: fc.array(fc.record({ field: value }), { minLength: 1 }) }),
		}),
	);
	const texts = (sent: unknown): string[] =>
		typeof sent === 'string' ? [sent] : Object.values(sent as object).flatMap(texts);

	test('never survive, however deep they were and however often they are quoted', () => {
		fc.assert(
			fc.property(
				fc.array(nested, { minLength: 1, maxLength: 4 }),
				fc.array(fc.string({ maxLength: 8 })),
				fc.nat(),
				(sent, noise, seed) => {
					const values = texts(sent);
					const text = noise
						.flatMap((word, index) => [word, values[(seed + index) % values.length]])
						.join('');
					const said = told(text, {}, sent);
					for (const one of values) expect(said.includes(one)).toBe(false);
				},
			),
			{ numRuns: 500 },
		);
	});

	test.each([400, 409, 422])('never get into the words of a %d', (status) => {
		const letters = fc.string({
			unit: fc.constantFrom('Q', 'X', 'Z', '0', '1', '8', '@'),
			minLength: 4,
			maxLength: 9,
		});
		fc.assert(
			fc.property(letters, letters, fc.boolean(), (name, other, known) => {
				const quoting = known ? `Potential duplicate of ${name}` : `${name} and ${other}: no`;
				const body = { email: [`"${other}" cannot be`], detail: quoting };
				const words = say(refused(status, body), { sent: [{ limit: 5 }, { name, x: [other] }] });
				expect(`${words.message} ${words.description}`).not.toContain(name);
				expect(`${words.message} ${words.description}`).not.toContain(other);
			}),
		);
	});
});

describe('a refusal', () => {
	test('says what DrChrono said, with display names', () => {
		const body = { gender: ['This field is required.'] };
		expect(say(refused(400, body), { labels: { gender: 'Gender at Birth' } })).toEqual({
			message: 'DrChrono did not accept this: Gender at Birth: This field is required.',
			description: 'Nothing was saved. Correct what is named and run again.',
		});
	});

	test('without words has at least its status', () => {
		expect(say(refused(418, '<html>'))).toEqual({
			message: 'DrChrono did not accept this (status 418)',
			description: 'DrChrono answered with status 418.',
		});
	});

	test('for want of a permission names the scope, and the permission in DrChrono if there is one', () => {
		expect(say(refused(403)).description).toBe(
			'In the credential choose Permissions → Choose Yourself, tick "Patients: Write" under What n8n May Do, and connect again, and check that the DrChrono user who connected it has the permission Manage Patients.',
		);
		expect(say(refused(403), { method: 'GET', path: '/api/users/1' }).description).toBe(
			'In the credential choose Permissions → Choose Yourself, tick "User: Read" under What n8n May Do, and connect again.',
		);
	});

	test('for an unknown ID repeats nothing of the answer', () => {
		const words = say(refused(404, { detail: 'No Jane here' }), { path: '/api/patients/7' });
		expect(words.message).toBe('DrChrono has no record with this ID');
		expect(JSON.stringify(words)).not.toContain('Jane');
	});
});

test.each(['/api/patients', '/api/iframe_integration', '/api/users/current'])(
	'a 404 to %s does not speak of an ID that nobody gave',
	(path) => {
		const { message, description } = say(refused(404), { path });
		expect(message).toBe('DrChrono has nothing at this address of its API');
		expect(description).not.toMatch(/\bID\b/);
	},
);

describe('a long text that DrChrono does not want', () => {
	const reason = 'Ensure this field has no more than 1000 characters.';
	const note =
		'Patient reports intermittent palpitations since Tuesday; advised hydration. '.repeat(800);
	const word = 'x'.repeat(100_000);
	const refusalOf = (detail: unknown, sent: string) => {
		const startedAt = performance.now();
		const { message } = say(refused(400, { clinical_note: detail }), { sent: [{ note: sent }] });
		expect(performance.now() - startedAt).toBeLessThan(1_000);
		expect(message.length).toBeLessThan(400);
		return message;
	};

	test.each([
		['alone', (text: string) => [reason, text].slice(0, 1)],
		['after the text', (text: string) => `${text} ${reason}`],
		['before the text', (text: string) => `${reason} ${text}`],
		['after the text in quotes', (text: string) => `"${text}" ${reason}`],
		['before a part of the text', (text: string) => `${reason} ${text.slice(7, 207)}`],
	])('is not in the message, and the reason is: %s', (_, answer) => {
		for (const text of [note, word]) {
			const message = refusalOf(answer(text), text);
			expect(message).toContain('no more than 1000 characters');
			for (const part of ['palpitations', 'hydration', 'Tuesday', 'xxxx']) {
				expect(message).not.toContain(part);
			}
		}
	});

	test.each(['“', '‘', '"', "'", '@', ' @', '…', '9', '9 ', 'A ', ' A'])(
		'takes a bounded time, whatever it is made of: %j',
		(piece) => {
			refusalOf(piece.repeat(100_000), 'x');
			refusalOf('reason', piece.repeat(100_000));
		},
	);
});

describe('a conflict', () => {
	test.each<[unknown, string]>([
		[{ detail: 'Appointment overlaps with [123]' }, '123'],
		['Appointment overlaps with [123, 456]', '123, 456'],
		[{ detail: ['Appointment overlaps with 2021-02-14_77'] }, '2021-02-14_77'],
		["Appointment overlaps with ['123', '456']", '123, 456'],
		[{ detail: 'Appointment overlaps with ["123"]' }, '123'],
	])('%j names the other appointment', (body, ids) => {
		const words = say(refused(409, body), { path: '/api/appointments' });
		expect(words.message).toBe(`The appointment overlaps with appointment ${ids}`);
		expect(words.description).toContain('Allow Overlapping');
	});

	test('names nobody whom DrChrono names in place of an ID', () => {
		const words = say(refused(409, 'Appointment overlaps with [Jane Doe]'), {
			sent: [{ name: 'Jane Doe' }],
		});
		expect(JSON.stringify(words)).not.toContain('Jane');
	});

	test.each([409, 400])('of a duplicate patient shows the two ways on (status %d)', (status) => {
		const body = { detail: 'Potential duplicate patient(s) found.' };
		for (const said of [body, [body.detail], { non_field_errors: [body.detail] }]) {
			const { message, description } = say(refused(status, said));
			expect(message).toBe('DrChrono already has a patient like this one');
			expect(description).toContain('Create or Update');
			expect(description).toContain('Allow Duplicates');
		}
	});

	test('of a duplicate in other words is one too, unless DrChrono only refused a value', () => {
		const body = { detail: 'Duplicate patient.' };
		expect(say(refused(409, body)).message).toBe('DrChrono already has a patient like this one');
		expect(say(refused(400, body)).message).toBe(
			'DrChrono did not accept this: Duplicate patient.',
		);
	});

	test('of another kind says what DrChrono said', () => {
		expect(say(refused(409, { detail: 'Locked.' })).message).toBe(
			'DrChrono refused this, since it conflicts with what is stored: Locked.',
		);
		expect(say(refused(409)).message).toBe(
			'DrChrono refused this, since it conflicts with what is stored',
		);
	});
});

describe('other ends', () => {
	const time = new VirtualTime();
	beforeAll(() => time.install());
	afterAll(() => time.restore());

	test('a throttle names the time on the user’s clock', () => {
		// virtual time starts at 08:00:00 UTC on 15 January 2027
		expect(say({ kind: 'throttled', forMs: 90_000 }).message).toContain(
			'until 03:01:30 (America/New_York)',
		);
	});

	test.each<[Failure, RegExp]>([
		[{ kind: 'unauthorized' }, /no longer accepts this connection/],
		[{ kind: 'renewed-in-vain' }, /although it was just renewed/],
		[{ kind: 'unknown-application' }, /does not know this Client ID/],
		[{ kind: 'not-renewed', cause: 'page', status: 403 }, /not be renewed now: .* status 403$/],
		[{ kind: 'ambiguous', cause: 'page', status: 502 }, /may or may not .* with status 502$/],
		[{ kind: 'ambiguous', cause: 'page' }, /may or may not .* a web page or nothing/],
		[{ kind: 'ambiguous', cause: 'cut', code: 'ECONNRESET' }, /broke before its whole answer/],
		[{ kind: 'ambiguous', cause: 'silent' }, /no answer came within the time limit$/],
		[{ kind: 'ambiguous', cause: 'no-record' }, /something that is no record$/],
		[{ kind: 'done-unseen', status: 303 }, /has carried this out/],
		[{ kind: 'not-sent', cause: 'unreachable', code: 'ECONNREFUSED' }, /no connection came about$/],
		[{ kind: 'not-sent', cause: 'certificate' }, /does not trust the certificate/],
		[{ kind: 'not-sent', cause: 'handshake' }, /the encrypted connection did not/],
		[{ kind: 'not-sent', cause: 'proxy', status: 407 }, /the proxy refused .*\(status 407\)$/],
		[{ kind: 'unavailable', cause: 'page', status: 503 }, /several attempts: its server .* 503$/],
		[{ kind: 'unavailable', cause: 'stalled' }, /stopped coming and did not go on/],
		[{ kind: 'foreign-address' }, /address outside its API/],
		[{ kind: 'too-many-redirects' }, /from one address to the next/],
		[{ kind: 'repeated-page' }, /page that was already read/],
		[{ kind: 'not-a-page' }, /not a list of records/],
		[{ kind: 'not-a-record' }, /not a record/],
	])('%j', (failure, message) => {
		const words = say(failure);
		expect(words.message).toMatch(message);
		// n8n replaces a message that has a network code in it
		expect(words.message).not.toMatch(/E[A-Z]{4,}/);
		expect(words.description.length).toBeGreaterThan(20);
		expect(`${words.message} ${words.description}`).not.toMatch(/error|problem|failure|mistake/i);
	});
});
