import { planFor } from '../check/plan';

const tests = [
	'test/nodes/patients.test.ts',
	'test/nodes/patientsUpsert.test.ts',
	'test/nodes/users.test.ts',
	'test/nodes/locators.test.ts',
	'test/triggers/polling.test.ts',
	'test/triggers/webhook.test.ts',
	'test/transport/paging.test.ts',
	'test/unit/bulk.test.ts',
];
const plan = (...changed: string[]) => planFor(changed, tests, (file) => !file.includes('gone'));

test.each([
	['nodes/Patients/patient/upsert.operation.ts', ['patients', 'patientsUpsert'], ['Patients']],
	['nodes/Users/gone.ts', ['users'], ['Users']],
	['test/nodes/cases/users.ts', ['users'], ['Users']],
	['test/nodes/cases/index.ts', [], []],
	['nodes/PollingTrigger/poll.ts', ['polling'], ['PollingTrigger']],
	['nodes/Trigger/events.ts', ['webhook'], ['Trigger']],
	['nodes/shared/transport/pace.ts', ['paging'], []],
	['nodes/shared/locators/patient.ts', ['locators'], []],
	['nodes/shared/files.ts', [], []],
	['docs/errors.md', [], []],
])('after %s the tests of %j run', (file, names, nodes) => {
	const { tests: found, nodes: types } = plan(file);
	expect(found.map((one) => one.replace(/.*\/(.*)\.test\.ts/, '$1'))).toEqual(names);
	expect(types).toEqual(nodes.map((node) => `drChrono${node}`));
});

test('what is gone is neither linted nor formatted nor looked for', () => {
	const { lint, format, sources } = plan('nodes/Users/gone.ts', 'nodes/Users/user.ts', 'README.md');
	expect(lint).toEqual(['nodes/Users/user.ts']);
	expect(format).toEqual(['nodes/Users/user.ts', 'README.md']);
	expect(sources).toEqual(['nodes/Users/user.ts']);
});
