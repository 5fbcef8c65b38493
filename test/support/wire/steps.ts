import fc from 'fast-check';

/** What a server does with one request that reached it; `acts` tells whether it carried it out. */
export type Step =
	| { kind: 'ok' }
	| {
			kind: 'status';
			status: number;
			acts: boolean;
			body: 'json' | 'page' | 'nothing' | 'quotes';
			retryAfter?: string;
	  }
	/** 429; `named` is where the seconds are told. */
	| { kind: 'throttle'; seconds: number; named: 'body' | 'seconds' | 'date' | 'nonsense' }
	/** 401 whatever the token. */
	| { kind: 'unauthorized' }
	| { kind: 'redirect'; status: number; to: 'within' | 'foreign' | 'user' | 'nonsense' | 'nowhere' }
	/** Status 200 with something that is not the answer. */
	| { kind: 'page'; what: 'html' | 'half' | 'garbled'; acts: boolean }
	| { kind: 'odd'; what: keyof typeof ODD }
	| { kind: 'cut' | 'silence'; where: 'before' | 'within'; acts: boolean }
	/** One byte every few milliseconds, for ever. */
	| { kind: 'drip'; acts: boolean }
	/** Nobody listens for so many ms, before the next step. */
	| { kind: 'down'; forMs: number };

/** What a token endpoint does with one request. */
export type Mood =
	| 'fresh'
	| 'invalid_grant'
	| 'invalid_client'
	| 'page'
	| 'blocked'
	| 'null'
	| 'cut'
	| 'silence'
	| 503
	| 429;

/** Whole answers to a good request that are no record. */
export const ODD = {
	empty: '',
	null: 'null',
	number: '7',
	text: '"ყველაფერი"',
	list: '[{"id":5},{"id":6}]',
	emptyList: '[]',
} as const;

/** One run of one operation, and what goes wrong in it. */
export interface Sequence {
	readonly operation: string;
	/** Whether the token has expired before the first request. */
	readonly expired: boolean;
	/** What the API does with each request of a good token; then all is well, or the last goes on for ever. */
	readonly api: readonly Step[];
	readonly apiForEver: boolean;
	readonly token: readonly Mood[];
	readonly tokenForEver: boolean;
	/** The same for the host of files. */
	readonly files: readonly Step[];
	readonly filesForEver: boolean;
	/** The option, in seconds. */
	readonly maximumWait: number;
	/** After so many ms somebody clicks Stop. */
	readonly stopAfterMs?: number;
}

const acts = fc.boolean();
const where = fc.constantFrom('before', 'within');

const retryAfter = fc.option(
	fc.constantFrom('0', '2', '1.5', '30', '90', 'date 5', 'date 40', 'soon', '-3', '1e9'),
	{ nil: undefined },
);

const status = fc.record({
	kind: fc.constant('status'),
	status: fc.constantFrom(
		...[400, 402, 403, 404, 405, 408, 409, 413, 415, 421, 422, 423, 425, 451],
		...[500, 501, 502, 503, 503, 504, 507, 520, 522, 524, 529],
	),
	acts,
	body: fc.constantFrom('json', 'page', 'nothing', 'quotes'),
	retryAfter,
});

const throttle = fc.record({
	kind: fc.constant('throttle'),
	seconds: fc.oneof(
		{ weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) },
		{ weight: 1, arbitrary: fc.integer({ min: 50, max: 3_400 }) },
	),
	named: fc.constantFrom('body', 'seconds', 'date', 'nonsense'),
});

const redirect = fc.record({
	kind: fc.constant('redirect'),
	status: fc.constantFrom(301, 302, 303, 307, 308),
	to: fc.constantFrom('within', 'within', 'foreign', 'user', 'nonsense', 'nowhere'),
});

const broken = fc.record({ kind: fc.constant('cut'), where, acts });
const silent = fc.record({ kind: fc.constant('silence'), where, acts });
const dripping = fc.record({ kind: fc.constant('drip'), acts });
const down = fc.record({ kind: fc.constant('down'), forMs: fc.constantFrom(100, 100, 60_000) });
const page = fc.record({
	kind: fc.constant('page'),
	what: fc.constantFrom('html', 'half', 'garbled'),
	acts,
});
const odd = fc.record({
	kind: fc.constant('odd'),
	what: fc.constantFrom(...(Object.keys(ODD) as Array<keyof typeof ODD>)),
});

const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 6, arbitrary: status },
	{ weight: 4, arbitrary: throttle },
	{ weight: 2, arbitrary: fc.constant({ kind: 'unauthorized' } as const) },
	{ weight: 3, arbitrary: redirect },
	{ weight: 2, arbitrary: page },
	{ weight: 2, arbitrary: odd },
	{ weight: 4, arbitrary: broken },
	{ weight: 1, arbitrary: silent },
	{ weight: 1, arbitrary: dripping },
	{ weight: 2, arbitrary: down },
	{ weight: 3, arbitrary: fc.constant({ kind: 'ok' } as const) },
);

const fileStep: fc.Arbitrary<Step> = step.filter(
	(one) =>
		!['unauthorized', 'odd'].includes(one.kind) && !(one.kind === 'page' && one.what === 'half'),
);

const mood: fc.Arbitrary<Mood> = fc.oneof(
	{ weight: 4, arbitrary: fc.constant<Mood>('fresh') },
	{
		weight: 6,
		arbitrary: fc.constantFrom<Mood>(
			...(['invalid_grant', 'invalid_client', 'page', 'blocked', 'null', 'cut', 503, 429] as const),
		),
	},
	{ weight: 1, arbitrary: fc.constant<Mood>('silence') },
);

const rarely = fc.integer({ min: 0, max: 7 }).map((value) => value === 0);
const often = fc.integer({ min: 0, max: 2 }).map((value) => value > 0);

/** Sequences for these operations. */
export const sequences = (operations: readonly string[]): fc.Arbitrary<Sequence> =>
	fc.record({
		operation: fc.constantFrom(...operations),
		expired: often.map((value) => !value),
		api: fc.array(step, { maxLength: 6 }),
		apiForEver: rarely,
		token: fc.array(mood, { maxLength: 4 }),
		tokenForEver: rarely,
		files: fc.array(fileStep, { maxLength: 4 }),
		filesForEver: rarely,
		maximumWait: fc.constantFrom(0, 60, 60, 3_600),
		stopAfterMs: fc.oneof(
			{ weight: 24, arbitrary: fc.constant(undefined) },
			{ weight: 1, arbitrary: fc.integer({ min: 0, max: 300 }) },
		),
	});

/** What the answer says of the request: that it was carried out, that it was not, or neither. */
export type Told = 'done' | 'not done' | 'nothing';

const SAY_NOTHING: readonly number[] = [408, 421, 425];

/** What a step does with a request that writes. */
export function meaningOf(one: Step): { acts: boolean; tells: Told } {
	switch (one.kind) {
		case 'ok':
			return { acts: true, tells: 'done' };
		// An answer of DrChrono's own, although of a kind that nobody expects.
		case 'odd':
			return { acts: true, tells: 'nothing' };
		case 'status':
			return one.status >= 500 || SAY_NOTHING.includes(one.status)
				? { acts: one.acts, tells: 'nothing' }
				: { acts: false, tells: 'not done' };
		case 'redirect':
			return one.status === 303
				? { acts: true, tells: 'done' }
				: { acts: false, tells: 'not done' };
		case 'page':
		case 'cut':
		case 'silence':
		case 'drip':
			return { acts: one.acts, tells: 'nothing' };
		default:
			return { acts: false, tells: 'not done' };
	}
}
