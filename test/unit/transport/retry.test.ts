import {
	advance,
	beginning,
	decide,
	decideAfterRenewal,
	mayBeThere,
	throttledForMs,
	type Decision,
	type Failure,
	type History,
	type Method,
	type Outcome,
} from '../../../nodes/shared/transport/retry';
import { answer, broken, fresh, inWords, METHODS, throttle } from './outcomes';

const TWICE: readonly Method[] = ['GET', 'PUT', 'DELETE'];

describe('a first attempt', () => {
	test.each<[string, Outcome, string, string]>([
		// what became of it, for GET PUT DELETE, for POST PATCH
		['200', answer(200), 'accept', 'accept'],
		['201', answer(201), 'accept', 'accept'],
		['204', answer(204), 'accept', 'accept'],
		['302', answer(302, '', { location: '/api/x' }), 'follow', 'follow'],
		['307', answer(307, '', { location: '/api/x' }), 'follow', 'follow'],
		['304', answer(304), 'fail refused', 'fail refused'],
		['302 to nowhere', answer(302), 'fail too-many-redirects', 'fail too-many-redirects'],
		['400', answer(400), 'fail refused', 'fail refused'],
		['401', answer(401), 'renew', 'renew'],
		['403', answer(403), 'fail refused', 'fail refused'],
		['404', answer(404), 'fail refused', 'fail refused'],
		['409', answer(409), 'fail refused', 'fail refused'],
		['429', throttle('3.0'), 'wait throttled', 'wait throttled'],
		['429 for longer than allowed', throttle('66'), 'fail throttled', 'fail throttled'],
		['closed', { kind: 'closed', forMs: 900 }, 'wait throttled', 'wait throttled'],
		['closed too long', { kind: 'closed', forMs: 66_001 }, 'fail throttled', 'fail throttled'],
		['500', answer(500), 'wait fault', 'fail ambiguous'],
		['502', answer(502), 'wait fault', 'fail ambiguous'],
		['503', answer(503), 'wait fault', 'fail ambiguous'],
		['504', answer(504), 'wait fault', 'fail ambiguous'],
		['524 of an edge server', answer(524), 'wait fault', 'fail ambiguous'],
		['a reset', broken('cut', 'ECONNRESET'), 'wait fault', 'fail ambiguous'],
		['HTML', broken('page'), 'wait fault', 'fail ambiguous'],
		['408', answer(408), 'wait fault', 'fail ambiguous'],
		['421', answer(421), 'wait fault', 'fail ambiguous'],
		['425', answer(425), 'wait fault', 'fail ambiguous'],
		['silence', broken('silent'), 'wait fault', 'fail ambiguous'],
		['a stalled answer', broken('stalled'), 'wait fault', 'fail ambiguous'],
		['no record', broken('no-record'), 'wait fault', 'fail ambiguous'],
		['another certificate', broken('certificate'), 'fail not-sent', 'fail not-sent'],
		[
			'a proxy that wants a name',
			{ kind: 'broken', cause: 'proxy', status: 407 },
			'fail not-sent',
			'fail not-sent',
		],
		['a proxy that is busy', broken('proxy'), 'wait without-effect', 'wait without-effect'],
		['no handshake', broken('handshake'), 'wait without-effect', 'wait without-effect'],
		[
			'no connection',
			broken('unreachable', 'ECONNREFUSED'),
			'wait without-effect',
			'wait without-effect',
		],
	])('%s', (_, outcome, forTwice, forOnce) => {
		for (const method of METHODS) {
			expect([method, inWords(decide(method, outcome, fresh, 0))]).toEqual([
				method,
				TWICE.includes(method) ? forTwice : forOnce,
			]);
		}
	});

	test('the answer, the place to go, the refusal and the code are passed on', () => {
		expect(decide('POST', answer(201, { id: 7 }), fresh, 0)).toEqual({
			action: 'accept',
			body: { id: 7 },
		});
		expect(decide('GET', answer(301, '', { location: '/api/users/3' }), fresh, 0)).toEqual({
			action: 'follow',
			location: '/api/users/3',
		});
		expect(decide('GET', answer(403, { detail: 'no' }), fresh, 0)).toEqual({
			action: 'fail',
			failure: { kind: 'refused', status: 403, body: { detail: 'no' } },
		});
		expect(decide('POST', answer(503), fresh, 0)).toEqual({
			action: 'fail',
			failure: { kind: 'ambiguous', cause: 'page', status: 503 },
		});
		expect(decide('POST', broken('cut', 'ECONNRESET'), fresh, 0)).toEqual({
			action: 'fail',
			failure: { kind: 'ambiguous', cause: 'cut', code: 'ECONNRESET' },
		});
	});
});

describe('limits', () => {
	const waits = (random: number) =>
		[0, 1, 2, 3].map((faults) => decide('GET', answer(500), { ...fresh, faults }, random));

	test('faults are repeated three times, after waits that double and are spread', () => {
		expect(waits(0).map(inWords)).toEqual([
			'wait fault',
			'wait fault',
			'wait fault',
			'fail unavailable',
		]);
		const times = (random: number) =>
			waits(random).flatMap((one) => (one.action === 'wait' ? [one.forMs] : []));
		expect(times(0)).toEqual([250, 500, 1_000]);
		expect(times(0.5)).toEqual([375, 750, 1_500]);
		expect(waits(0)[3]).toEqual({
			action: 'fail',
			failure: { kind: 'unavailable', cause: 'page', status: 500 },
		});
	});

	test('what was waited before counts towards Maximum Wait, which margins may exceed by 6 s', () => {
		const outcome: Outcome = { kind: 'closed', forMs: 10_000 };
		expect(inWords(decide('POST', outcome, { ...fresh, waitedMs: 56_000 }, 0))).toBe(
			'wait throttled',
		);
		expect(decide('POST', outcome, { ...fresh, waitedMs: 56_001 }, 0)).toEqual({
			action: 'fail',
			failure: { kind: 'throttled', forMs: 10_000 },
		});
	});

	test('faults do not use up Maximum Wait, and a Maximum Wait of 0 still repeats them', () => {
		const impatient = { ...fresh, maximumWaitMs: 0 };
		expect(inWords(decide('GET', answer(502), impatient, 0))).toBe('wait fault');
		expect(inWords(decide('GET', throttle('0'), impatient, 0))).toBe('fail throttled');
	});

	test.each([
		['that name a second each', throttle('1.0')],
		['that name no time', throttle('')],
		['of a pace that is closed for a moment', { kind: 'closed', forMs: 1 } as const],
	])('an hour of refusals %s is a hundred requests, and just the hour', (_, outcome) => {
		let history = beginning(3_600_000, 0);
		let requests = 1;
		for (;;) {
			const decision = decide('GET', outcome, history, 0.5);
			if (decision.action !== 'wait') break;
			history = advance(history, decision);
			requests += 1;
		}
		expect(requests).toBeLessThan(120);
		expect(history.waitedMs).toBeGreaterThan(3_600_000);
		expect(history.waitedMs).toBeLessThan(3_608_000);
	});

	test('five redirects are followed', () => {
		const outcome = answer(302, '', { location: '/api/x' });
		expect(inWords(decide('GET', outcome, { ...fresh, redirects: 4 }, 0))).toBe('follow');
		expect(inWords(decide('GET', outcome, { ...fresh, redirects: 5 }, 0))).toBe(
			'fail too-many-redirects',
		);
	});

	test('three renewals, then the connection is taken for lost', () => {
		expect(inWords(decide('GET', answer(401), { ...fresh, renewals: 2 }, 0))).toBe('renew');
		expect(inWords(decide('GET', answer(401), { ...fresh, renewals: 3 }, 0))).toBe(
			'fail renewed-in-vain',
		);
	});
});

describe('a 404 to a DELETE', () => {
	const after = (...outcomes: Outcome[]) =>
		outcomes.reduce((history, one) => advance(history, decide('DELETE', one, history, 0)), fresh);
	const next = (history: History, method: Method = 'DELETE') =>
		inWords(decide(method, answer(404), history, 0));

	test('is the wanted state after an attempt whose answer got lost', () => {
		expect(next(after(broken('cut', 'ECONNRESET')))).toBe('accept');
		expect(next(after(answer(503), broken('unreachable', 'ECONNREFUSED')))).toBe('accept');
		expect(next(after(answer(503)), 'GET')).toBe('fail refused');
	});

	test('is a refusal as long as no attempt can have deleted anything', () => {
		expect(next(after(throttle('1')))).toBe('fail refused');
		expect(next(after(broken('unreachable', 'ECONNREFUSED')))).toBe('fail refused');
		const renewal = decideAfterRenewal(answer(503), fresh, 0);
		expect(next(advance(fresh, renewal))).toBe('fail refused');
	});
});

describe('a renewal of the token that failed', () => {
	test.each<[string, Outcome, string]>([
		[
			'the grant is gone',
			{ kind: 'ended', failure: { kind: 'unauthorized' } },
			'fail unauthorized',
		],
		['its endpoint has another certificate', broken('certificate'), 'fail not-renewed'],
		['its endpoint throttles', throttle('5.0'), 'wait throttled'],
		['its endpoint throttles for long', throttle('3000'), 'fail throttled'],
		['its endpoint has a fault', answer(503), 'wait without-effect'],
		['its endpoint is not reached', broken('unreachable', 'ECONNREFUSED'), 'wait without-effect'],
	])('%s', (_, outcome, expected) => {
		expect(inWords(decideAfterRenewal(outcome, fresh, 0))).toBe(expected);
	});

	test('is not repeated for ever', () => {
		expect(inWords(decideAfterRenewal(answer(503), { ...fresh, faults: 3 }, 0))).toBe(
			'fail not-renewed',
		);
	});
});

test('advance counts each decision in its place and changes nothing else', () => {
	const waiting = (reason: 'throttled' | 'fault' | 'without-effect'): Decision => ({
		action: 'wait',
		forMs: 700,
		reason,
		asked: reason === 'throttled',
		...(reason === 'fault' && { unclear: { cause: 'cut' } }),
	});
	const old = { ...fresh, faults: 1, waitedMs: 100, renewals: 1, redirects: 1 };
	expect(advance(old, { action: 'renew' })).toEqual({ ...old, renewals: 2 });
	expect(advance(old, { action: 'follow', location: '/' })).toEqual({ ...old, redirects: 2 });
	expect(advance(old, waiting('throttled'))).toEqual({ ...old, waitedMs: 800 });
	expect(advance(old, waiting('without-effect'))).toEqual({ ...old, faults: 2 });
	const faulty = advance(old, waiting('fault'));
	expect(faulty).toEqual({ ...old, faults: 2, unclear: { cause: 'cut' } });
	expect(advance(faulty, waiting('without-effect')).unclear).toEqual({ cause: 'cut' });
	expect(advance(old, { action: 'accept', body: '' })).toEqual(old);
});

test.each<[string, unknown, Record<string, string>, number]>([
	['the body', { detail: 'Expected available in 2295.0 seconds.' }, {}, 2_295_250],
	['the body as text', 'Request was throttled. Expected available in 1 second.', {}, 1_250],
	[
		'the body before the header',
		{ detail: 'available in 2 seconds' },
		{ 'retry-after': '9' },
		2_250,
	],
	['the header', '', { 'retry-after': '30' }, 30_250],
	[
		'a header with a date, by DrChrono’s clock',
		'',
		{ 'retry-after': 'Fri, 01 Jan 2100 00:00:09 GMT', date: 'Fri, 01 Jan 2100 00:00:02 GMT' },
		7_250,
	],
	[
		'a header with a date that is past',
		'',
		{ 'retry-after': 'Fri, 01 Jan 2010 00:00:00 GMT' },
		250,
	],
	['a header that makes no sense', '', { 'retry-after': '-3600' }, 1_250],
	['nothing', undefined, {}, 1_250],
])('a throttle’s time comes from %s', (_, body, headers, expected) => {
	expect(throttledForMs(body, headers)).toBe(expected);
});

test.each<[Failure, boolean]>([
	[{ kind: 'ambiguous', cause: 'cut' }, true],
	[{ kind: 'done-unseen', status: 303 }, true],
	[{ kind: 'not-sent', cause: 'unreachable' }, false],
	[{ kind: 'refused', status: 400, body: {} }, false],
	[{ kind: 'throttled', forMs: 1 }, false],
])('what was to be created by %j may be there: %s', (failure, expected) => {
	expect(mayBeThere(failure)).toBe(expected);
});
