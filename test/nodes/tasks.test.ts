import { completeStatus } from '../../nodes/Tasks/task/complete.operation';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';
import type { WorkflowNode } from '../support/harness';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({ throttle: { perSecond: 1000, perHour: 10_000 } });
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => practice.simulator.clearLog());

const task = (
	operation: string,
	parameters: WorkflowNode['parameters'],
	rest: Partial<WorkflowNode> = {},
): WorkflowNode => ({
	type: 'drChronoTasks',
	parameters: { resource: 'task', operation, ...parameters },
	...rest,
});
const wire = () =>
	practice.simulator.requests().map(({ method, path, body }) => [method, path, body]);

test('a task goes out as DrChrono wants it: only what was filled in, due by the office’s clock', async () => {
	const parameters = {
		title: 'Call the patient',
		status: locator(1),
		additionalFields: {
			due_date: { time: '2021-02-14T09:30:00' },
			associated_items: { values: [{ type: 'Patient', value: 7 }] },
			notes: { values: [{ text: 'About the results' }] },
			priority: '30',
		},
	};
	const [made] = await practice.json({ nodes: [task('create', parameters)] });
	expect(made).toMatchObject({ title: 'Call the patient', priority: '30' });
	const [[method, path, body]] = wire();
	expect([method, path]).toEqual(['POST', '/api/tasks']);
	expect(JSON.parse(JSON.stringify(body).replace(/"status":"(\d+)"/, '"status":$1'))).toEqual({
		title: 'Call the patient',
		status: 1,
		due_date: { time: '2021-02-14T09:30:00' },
		associated_items: [{ type: 'Patient', value: 7 }],
		notes: [{ text: 'About the results' }],
		priority: '30',
	});
});

test('Complete reads the practice’s statuses once for all items and sends the one for what is done', async () => {
	const items = [1, 2].map((id) => ({ json: { id } }));
	const done = practice.simulator.store
		.collection('task_statuses')
		.all()
		.find(({ status_category }) => status_category === 'C');
	const node = task('complete', { taskId: locator('={{ $json.id }}') });
	const { outputs } = await practice.run({ nodes: [node], items });
	expect(outputs[0].map(({ json }) => json.status)).toEqual([done?.id, done?.id]);
	expect(wire()).toEqual([
		['GET', '/api/tasks/1', undefined],
		['GET', '/api/task_statuses', undefined],
		['PATCH', '/api/tasks/1', { status: done?.id }],
		['GET', '/api/tasks/2', undefined],
		['PATCH', '/api/tasks/2', { status: done?.id }],
	]);
});

test.each([
	['1', [{ id: 5, status_category: 'C', task_category: 1 }], 5],
	['2', [{ id: 5, status_category: 'C', task_category: 1 }], undefined],
	['', [{ id: 5, status_category: 'C', task_category: 1 }], undefined],
	['2', [{ id: 6, status_category: 'C', task_category: null }], 6],
	['', [{ id: 7, status_category: 'C', archived: true }], undefined],
	['', [{ id: 8, status_category: 'O' }], undefined],
])('a task of category "%s" is done with one of %j: %j', (category, statuses, expected) => {
	expect(completeStatus(statuses, category)?.id).toBe(expected);
});
