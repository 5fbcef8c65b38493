import { maximumWaitMs } from '../../nodes/shared/operation/options';

test.each([
	[undefined, 60_000],
	[{}, 60_000],
	[{ maximumWait: null }, 60_000],
	[{ maximumWait: 0 }, 0],
	[{ maximumWait: 3600 }, 3_600_000],
])('with the options %j a request waits %d ms at most', (options, expected) => {
	expect(maximumWaitMs(options)).toBe(expected);
});
