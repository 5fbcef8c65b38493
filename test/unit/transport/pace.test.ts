import fc from 'fast-check';
import { Pace, paceOf } from '../../../nodes/shared/transport/pace';
import { VirtualTime } from '../virtualTime';

let time: VirtualTime;
beforeEach(() => {
	time = new VirtualTime();
	time.install();
});
afterEach(() => time.restore());

interface Traffic {
	/** When the request is made, in ms from the start. */
	readonly at: number;
	/** From sending to the answer, in ms. */
	readonly latency: number;
	/** Where between sending and answer (or 2 s) it reaches DrChrono: 0 to 1. */
	readonly arrives: number;
}

/** @returns when each request reached DrChrono, ascending, in ms from the start */
async function arrivals(traffic: readonly Traffic[]): Promise<number[]> {
	const pace = new Pace();
	const start = time.now();
	const reached: number[] = [];
	const one = async ({ at, latency, arrives }: Traffic) => {
		await time.sleep(at);
		const place = await pace.turn();
		reached.push(time.now() - start + arrives * Math.min(latency, 2_000));
		await time.sleep(latency);
		pace.leave(place);
	};
	await time.run(Promise.all(traffic.map(one)));
	return reached.sort((a, b) => a - b);
}

/** From each arrival to the ninth after it, in ms: below 1000 DrChrono would throttle. */
const tenthGaps = (reached: readonly number[]) =>
	reached.slice(9).map((at, index) => at - reached[index]);

const burst = (count: number, latency: number, arrives = 0): Traffic[] =>
	Array.from({ length: count }, () => ({ at: 0, latency, arrives }));

test('never do ten requests reach DrChrono within one second, whatever the network does', async () => {
	// In waves, since what goes wrong goes wrong for many requests at once.
	const wave = fc.record({
		count: fc.integer({ min: 1, max: 12 }),
		at: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6_000 })),
		latency: fc.oneof(
			fc.integer({ min: 0, max: 300 }),
			fc.integer({ min: 0, max: 2_500 }),
			fc.integer({ min: 2_500, max: 9_000 }),
		),
		arrives: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(wave, { minLength: 3, maxLength: 6 }), async (waves) => {
			const traffic = waves.flatMap(({ count, ...one }) =>
				Array.from({ length: count }, () => one),
			);
			const reached = await arrivals(traffic);
			expect(reached).toHaveLength(traffic.length);
			expect(tenthGaps(reached).every((gap) => gap >= 1_000)).toBe(true);
		}),
		{ numRuns: 100 },
	);
});

test('an answer that comes very late does not free the place of the request after it', async () => {
	const reached = await arrivals([...burst(9, 3_500, 0), ...burst(9, 1_900, 1), ...burst(9, 0)]);
	expect(Math.min(...tenthGaps(reached))).toBeGreaterThanOrEqual(1_000);
});

test('quick answers let nine through in little more than a second', async () => {
	const reached = await arrivals(burst(90, 0));
	expect(reached[8]).toBe(0);
	expect(reached[9]).toBeGreaterThanOrEqual(1_000);
	expect(reached[89]).toBeLessThanOrEqual(9 * 1_050);
});

test('a place is not held for ever by a request without an answer', async () => {
	const pace = new Pace();
	const start = time.now();
	for (let count = 0; count < 10; count += 1) await time.run(pace.turn());
	expect(time.now() - start).toBeGreaterThanOrEqual(3_000);
	expect(time.now() - start).toBeLessThan(3_100);
});

test('waiters are served in the order in which they came', async () => {
	const times = fc.array(fc.integer({ min: 0, max: 2_500 }), { minLength: 20, maxLength: 30 });
	await fc.assert(
		fc.asyncProperty(times, async (unsorted) => {
			const pace = new Pace();
			const served: number[] = [];
			const caller = async (at: number, index: number) => {
				await time.sleep(at);
				const place = await pace.turn();
				served.push(index);
				pace.leave(place);
			};
			const callers = [...unsorted].sort((a, b) => a - b).map(caller);
			await time.run(Promise.all(callers));
			expect(served).toEqual(callers.map((_, index) => index));
		}),
		{ numRuns: 30 },
	);
});

describe('a cancelled execution', () => {
	test('leaves the queue without a place, and the next is served', async () => {
		const pace = new Pace();
		for (let count = 0; count < 9; count += 1) pace.leave(await time.run(pace.turn()));
		const cancelled = new AbortController();
		const start = time.now();
		const leaving = expect(pace.turn(cancelled.signal)).rejects.toThrow('cancelled');
		const staying = pace.turn();
		cancelled.abort(new Error('cancelled'));
		await time.run(Promise.all([leaving, staying]));
		expect(time.now() - start).toBeLessThan(1_050);
	});

	test('takes no place even if one is free when its turn comes', async () => {
		const pace = new Pace();
		const signal = AbortSignal.abort(new Error('cancelled'));
		await expect(pace.turn(signal)).rejects.toThrow('cancelled');
		const start = time.now();
		for (let count = 0; count < 9; count += 1) await time.run(pace.turn());
		expect(time.now()).toBe(start);
	});
});

test('a closed application opens at the latest time that DrChrono named', async () => {
	const pace = new Pace();
	expect(pace.closedForMs).toBe(0);
	pace.close(5_000);
	pace.close(2_000);
	expect(pace.closedForMs).toBe(5_000);
	await time.run(time.sleep(4_000));
	expect(pace.closedForMs).toBe(1_000);
	await time.run(time.sleep(4_000));
	expect(pace.closedForMs).toBe(0);
});

describe('a refusal for a moment', () => {
	/** How many places are free at once, now. */
	async function width(pace: Pace): Promise<number> {
		const places = [];
		const start = time.now();
		for (;;) {
			const place = await time.run(pace.turn());
			if (time.now() > start) return places.length;
			places.push(place);
		}
	}
	const settled = async () => await time.run(time.sleep(3_100));

	test('leaves seven tenths of the places, and one comes back every three seconds', async () => {
		const pace = new Pace();
		const place = await time.run(pace.turn());
		await settled();
		pace.narrow({ ...place, takenAt: time.now() });
		expect(await width(pace)).toBe(6);
		await settled();
		expect(await width(pace)).toBe(8);
		await settled();
		expect(await width(pace)).toBe(9);
	});

	test('of several requests that were under way together counts once', async () => {
		const pace = new Pace();
		const places = [await time.run(pace.turn()), await time.run(pace.turn())];
		await time.run(time.sleep(100));
		places.forEach((place) => pace.narrow(place));
		await time.run(time.sleep(1_900));
		await settled();
		expect(await width(pace)).toBe(7);
	});

	test('never takes the last place', async () => {
		const pace = new Pace();
		for (let count = 0; count < 20; count += 1) {
			pace.narrow({ takenAt: time.now(), freeAt: 0 });
		}
		expect(await width(pace)).toBe(1);
	});

	test('does not cost the refused request its place in the line', async () => {
		const pace = new Pace();
		const mine = pace.ticket();
		for (let count = 0; count < 9; count += 1) await time.run(pace.turn(undefined, mine));
		const served: string[] = [];
		const line = ['one', 'two'].map(async (name) => {
			await pace.turn();
			served.push(name);
		});
		const back = pace.turn(undefined, mine).then(() => served.push('refused'));
		await time.run(Promise.all([...line, back]));
		expect(served[0]).toBe('refused');
	});
});

test('an application has one pace, and another application another', () => {
	expect(paceOf('https://drchrono.com one')).toBe(paceOf('https://drchrono.com one'));
	expect(paceOf('https://drchrono.com one')).not.toBe(paceOf('https://drchrono.com two'));
});
