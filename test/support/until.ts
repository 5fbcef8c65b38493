import { setTimeout as wait } from 'node:timers/promises';

/** Resolves when `check` says so; looks ten times a second. @throws after `seconds`, naming what was waited for */
export async function until(
	what: string,
	check: () => boolean | Promise<boolean>,
	seconds = 60,
): Promise<void> {
	for (let left = seconds * 10; !(await check()); left -= 1) {
		if (left <= 0) throw new Error(`${what}: not within ${seconds} s`);
		await wait(100);
	}
}
