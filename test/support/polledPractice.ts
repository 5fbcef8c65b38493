import { shareClock } from './clock';
import { openPolling, type Polling } from './polling';
import { openPractice, type Practice } from './practice';
import type { SimulatorOptions } from '../simulator';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const NOON = new Date('2026-05-12T16:00:00Z');

let opened: Practice;
let restore: () => void;

/** Opens the practice of this test, whose clock is the nodes' too. */
export async function open(options: SimulatorOptions = {}) {
	opened = await openPractice({ startAt: NOON, ...options });
	restore = shareClock(opened.simulator).restore;
	opened.simulator.store.settings.duplicateCheck = false;
}

export const practice = () => opened;

afterEach(async () => {
	restore();
	await opened.simulator.close();
});

/** A trigger on it: patients, unless told otherwise. */
export const watch = async (
	parameters = {},
	more: Partial<Parameters<typeof openPolling>[0]> = {},
) =>
	await openPolling({
		credentials: opened.credentials,
		parameters: { resource: 'patient', ...parameters },
		...more,
	});

/** Lets time go by. */
export const pass = (ms: number) => opened.simulator.clock.advance(ms);
export const patients = () => opened.simulator.store.patients;
export const requests = () => opened.simulator.requests({ method: 'GET' });

export function addPatient(last_name = 'Example') {
	return patients().insert({ first_name: 'Pat', last_name, gender: 'Other', doctor: 1 });
}

export async function pollAfter(polling: Polling, ms: number) {
	pass(ms);
	return await polling.poll();
}
