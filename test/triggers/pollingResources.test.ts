import { DAY, MINUTE, open, pollAfter, practice, requests, watch } from '../support/polledPractice';

test('a list that is watched seldom: what it offers to select, and Simplified when nothing is', async () => {
	await open();
	const categories = practice().simulator.store.collection('task_categories');
	const polling = await watch({ resource: 'taskCategory', output: 'selected', fields: [] });
	await polling.poll();
	const { id } = categories.insert({ name: 'Refills' });
	expect(await pollAfter(polling, MINUTE)).toMatchObject([
		{ id, name: 'Refills', change: 'created' },
	]);
	expect(await pollAfter(polling, MINUTE)).toEqual([]);
});

describe('The other resources', () => {
	test.each([
		['document', 'documents', { doctor: 1, patient: 1, description: 'Fax', date: '2026-05-12' }],
		['message', 'messages', { doctor: 1, title: 'Fax', type: 'OF', received_at: null }],
		['labResult', 'patient_lab_results', { patient: 1, ordering_doctor: 1, title: 'Glucose' }],
		['task', 'tasks', { title: 'Call back' }],
		['clinicalNote', 'clinical_notes', { appointment: '77', patient: '1' }],
	])('%s: created once, changed once', async (resource, collection, fields) => {
		await open();
		const rows = practice().simulator.store.collection(collection);
		const polling = await watch({ resource });
		await polling.poll();
		const { id } = rows.insert(fields);
		const key = resource === 'clinicalNote' ? { appointment: id } : { id };
		expect(await pollAfter(polling, MINUTE)).toMatchObject([{ ...key, change: 'created' }]);
		expect(await pollAfter(polling, MINUTE)).toEqual([]);
		rows.update(id, { archived: resource !== 'document', doctor_signoff: true, read: true });
		expect(await pollAfter(polling, MINUTE)).toMatchObject([{ ...key, change: 'changed' }]);
		expect(await pollAfter(polling, 3 * DAY)).toEqual([]);
	});

	test('clinical notes: a quiet check costs one request, and a note changed back is given', async () => {
		await open({ pageSize: 50 });
		const notes = practice().simulator.store.collection('clinical_notes');
		const fields = { patient: '1', archived: false };
		for (let i = 0; i < 200; i += 1) notes.insert({ ...fields, appointment: String(1000 + i) });
		const polling = await watch({ resource: 'clinicalNote' });
		await polling.poll();
		await pollAfter(polling, DAY);
		practice().simulator.clearLog();
		expect(await pollAfter(polling, MINUTE)).toEqual([]);
		expect(requests()).toHaveLength(1);
		for (const archived of [true, false]) {
			notes.update('1000', { archived });
			expect(await pollAfter(polling, MINUTE)).toMatchObject([{ change: 'changed', archived }]);
		}
	});

	test('a test run shows the last clinical notes of the list, which tell no time', async () => {
		await open();
		const notes = practice().simulator.store.collection('clinical_notes');
		for (let i = 1; i <= 12; i += 1) notes.insert({ patient: '1', appointment: String(i) });
		const shown = await (await watch({ resource: 'clinicalNote' }, { mode: 'manual' })).poll();
		expect(shown.map(({ appointment }) => appointment)).toEqual(['12', '11', '10', '9', '8']);
	});

	test('a connection without the permission says which one to tick', async () => {
		await open();
		practice().credentials.data = {
			...practice().credentials.data,
			oauthTokenData: { ...practice().simulator.connect({ scopes: ['user:read'] }) },
		};
		const polling = await watch({ resource: 'task' });
		await expect(polling.poll()).rejects.toMatchObject({
			description: expect.stringContaining('Tasks: Read'),
		});
	});
});
