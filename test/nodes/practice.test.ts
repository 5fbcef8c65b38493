import { locator } from '../support/patients';
import { openPractice } from '../support/practice';

test('a reminder profile without a reminder is refused before anything is sent', async () => {
	const practice = await openPractice();
	const parameters = { resource: 'reminderProfile', operation: 'create', doctor: locator(1) };
	const create = async (reminders: object) =>
		await practice.run({
			nodes: [
				{ type: 'drChronoPractice', parameters: { ...parameters, reminders: { ...reminders } } },
			],
		});
	const { error } = await create({});
	expect(error?.message).toContain('“Reminders” is empty');
	expect(practice.simulator.requests()).toEqual([]);
	const one = { amount: 2, type: 'sms', unit: 'days' };
	expect((await create({ values: [one] })).error).toBeUndefined();
	expect(practice.simulator.requests()[0].body).toMatchObject({ reminders: [one] });
	await practice.simulator.close();
});
