import { openPolling } from '../support/polling';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice();
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => practice.simulator.clearLog());

async function pollWith(resource: string, name: string, mode: string, value: string) {
	const filters = { [name]: { __rl: true, mode, value } };
	const { credentials } = practice;
	const polling = await openPolling({ credentials, parameters: { resource, filters } });
	return await polling.poll();
}

describe.each([
	['appointment', 'office', 'Office'],
	['labResult', 'ordering_doctor', 'Ordering Doctor'],
	['message', 'responsible_user', 'Responsible User'],
	['patient', 'doctor', 'Doctor'],
	['task', 'assignee_user', 'Assignee User'],
])('%s by %s', (resource, name, label) => {
	test('goes out as the ID that was chosen from the list', async () => {
		await pollWith(resource, name, 'list', '7');
		expect(practice.simulator.requests().map(({ query }) => query[name])).toEqual(['7']);
	});

	test.each([
		['list', '', 'is empty'],
		['id', 'Dr. Doe', 'cannot be used'],
	])('is refused before anything is sent: %s "%s"', async (mode, value, reason) => {
		await expect(pollWith(resource, name, mode, value)).rejects.toThrow(
			`“Filters → ${label}” ${reason}`,
		);
		expect(practice.simulator.requests()).toEqual([]);
	});
});
