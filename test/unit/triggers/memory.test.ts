import {
	isAccepted,
	joined,
	readAccepted,
	withAccepted,
	type Accepted,
} from '../../../nodes/Trigger/memory';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 4, 12, 12);

const count = (accepted: Accepted) => Object.values(accepted).flat().length;

test('an accepted delivery is known for as long as DrChrono may send it again', () => {
	const accepted = withAccepted({}, 'a', NOON);
	const after = (hours: number) => withAccepted(accepted, 'b', NOON + hours * HOUR);
	for (const hours of [0, 1, 3, 7, 11]) expect(isAccepted(after(hours), 'a')).toBe(true);
	expect(isAccepted(after(14), 'a')).toBe(false);
	expect(isAccepted(accepted, 'c')).toBe(false);
});

test('no more than 10 000 are remembered: the oldest are forgotten', () => {
	const of = (hour: number, name: string, size: number): Accepted => ({
		[hour]: Array.from({ length: size }, (_, index) => `${name}${index}`),
	});
	const hour = Math.floor(NOON / HOUR);
	const kept = joined(of(hour - 1, 'old', 3_000), of(hour, 'new', 8_000), NOON);
	expect(count(kept)).toBe(10_000);
	expect(kept[hour]).toHaveLength(8_000);
	expect(kept[hour - 1][0]).toBe('old1000');
});

test.each([undefined, null, 'x', { when: ['a'] }, { 5: 'a' }])(
	'%j is not what was kept, and counts as nothing',
	(stored) => expect(readAccepted(stored)).toEqual({}),
);
