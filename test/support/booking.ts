import { appointments } from './nodes';
import { locator } from './patients';
import type { Practice } from './practice';

/** Where an appointment takes place. */
export const slot = { doctor: locator(1), office: locator(1), exam_room: locator(1) };

let lastDay = 0;

/** A day of its own for each test, so that none is in another's way. */
export function nextDay(): string {
	lastDay += 1;
	return new Date(Date.UTC(2030, 0, lastDay)).toISOString().slice(0, 10);
}

/** Books an appointment through the node, and forgets the request. @returns its ID */
export async function book(
	practice: Practice,
	time: string,
	parameters: object = {},
): Promise<string> {
	const [{ id }] = await practice.json({
		nodes: [
			appointments('create', {
				...slot,
				patientId: locator(1),
				scheduled_time: time,
				duration: 30,
				...parameters,
			}),
		],
	});
	practice.simulator.clearLog();
	return String(id);
}
