import { advance, decide, failureOf, type Failure } from '../../../nodes/shared/transport/retry';
import { answer, broken, fresh, inWords, METHODS } from './outcomes';

describe('a write', () => {
	const location = { location: '/api/patients/7' };

	test('answered with See Other was carried out', () => {
		expect(
			METHODS.map((method) => inWords(decide(method, answer(303, '', location), fresh, 0))),
		).toEqual(['follow', 'accept', 'accept', 'fail done-unseen', 'accept']);
	});

	const failures: Failure[] = [
		{ kind: 'refused', status: 400, body: '' },
		{ kind: 'unavailable', cause: 'page', status: 502 },
		{ kind: 'not-sent', cause: 'unreachable' },
		{ kind: 'throttled', forMs: 3_000_000 },
		{ kind: 'renewed-in-vain' },
		{ kind: 'unknown-application' },
		{ kind: 'not-renewed', cause: 'cut' },
		{ kind: 'foreign-address' },
		{ kind: 'not-granted', scopes: [] },
	];

	test.each(failures)(
		'of which an earlier attempt may be done is never told as: $kind',
		(failure) => {
			const tried = { ...fresh, unclear: { cause: 'page', status: 503 } } as const;
			const unknown = { kind: 'ambiguous', cause: 'page', status: 503, repeated: true };
			for (const method of METHODS) {
				expect(failureOf(method, failure, tried)).toEqual(method === 'GET' ? failure : unknown);
			}
		},
	);

	test('that was silent for so long that it is not sent again is not told as not done', () => {
		const failure = { kind: 'unavailable', cause: 'silent' } as const;
		expect(failureOf('PUT', failure, fresh)).toMatchObject({ kind: 'ambiguous', cause: 'silent' });
	});
});

describe('Retry-After of a fault', () => {
	const busy = (seconds: string) => answer(503, '', { 'retry-after': seconds });

	test('is obeyed and counts towards Maximum Wait', () => {
		const decision = decide('GET', busy('20'), fresh, 0);
		expect(decision).toMatchObject({ action: 'wait', forMs: 20_000, reason: 'fault', asked: true });
		expect(advance(fresh, decision)).toMatchObject({ faults: 1, waitedMs: 20_000 });
	});

	test('that is longer than Maximum Wait ends the request', () => {
		expect(inWords(decide('GET', busy('61'), fresh, 0))).toBe('fail unavailable');
	});
});

test('silence is repeated in the first half of the time only', () => {
	for (const cause of ['silent', 'stalled'] as const) {
		expect(inWords(decide('GET', broken(cause), { ...fresh, spentMs: 55_000 }, 0))).toBe(
			'wait fault',
		);
		expect(inWords(decide('GET', broken(cause), { ...fresh, spentMs: 55_001 }, 0))).toBe(
			'fail unavailable',
		);
	}
	expect(inWords(decide('GET', broken('cut'), { ...fresh, spentMs: 99_000 }, 0))).toBe(
		'wait fault',
	);
});
