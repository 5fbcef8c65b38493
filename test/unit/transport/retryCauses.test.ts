import { advance, decide } from '../../../nodes/shared/transport/retry';
import { answer, broken, fresh, inWords, METHODS } from './outcomes';

describe('a write', () => {
	const location = { location: '/api/patients/7' };

	test('answered with See Other was carried out', () => {
		expect(
			METHODS.map((method) => inWords(decide(method, answer(303, '', location), fresh, 0))),
		).toEqual(['follow', 'accept', 'accept', 'fail done-unseen', 'accept']);
	});

	test('of which an earlier attempt may have been carried out is never told as not done', () => {
		const tried = { ...fresh, faults: 3, mayHaveActed: true };
		for (const outcome of [answer(400), answer(503), broken('unreachable'), answer(403)]) {
			expect(decide('PUT', outcome, tried, 0)).toMatchObject({
				failure: { kind: 'ambiguous', repeated: true },
			});
			expect(inWords(decide('GET', outcome, tried, 0))).not.toBe('fail ambiguous');
		}
	});
});

describe('Retry-After of a fault', () => {
	const busy = (seconds: string) => answer(503, '', { 'retry-after': seconds });

	test('is obeyed and counts towards Maximum Wait', () => {
		const decision = decide('GET', busy('20'), fresh, 0);
		expect(decision).toEqual({ action: 'wait', forMs: 20_000, reason: 'fault', asked: true });
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
