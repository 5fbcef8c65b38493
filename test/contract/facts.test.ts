import { existsSync, readFileSync } from 'node:fs';

import { contractOperations, FACTS_FILE, fieldsOf, operationOf, resourceFacts } from './facts';
import { PERMISSION_MODULE, permissionModule } from './facts/permissions';
import { readFacts, SOURCE, written } from './facts/read';

const present = existsSync(SOURCE);
if (!present) process.stdout.write('Skipped: the facts against the contract, which is not here.\n');

(present ? test : test.skip)('the committed facts are those of the contract', () => {
	const facts = readFacts();
	expect(readFileSync(FACTS_FILE, 'utf8')).toBe(written(facts));
	expect(readFileSync(PERMISSION_MODULE, 'utf8')).toBe(permissionModule(facts));
});

test('the contract has 327 operations on 168 paths, each once', () => {
	expect(contractOperations).toHaveLength(327);
	const ends = contractOperations.map(({ method, path: at }) => `${method} ${at}`);
	expect(new Set(ends).size).toBe(327);
	expect(new Set(contractOperations.map(({ path: at }) => at)).size).toBe(168);
});

test('what is said of a field is where its readers look for it', () => {
	const { status, priority, notes, due_date, created_at } = fieldsOf('tasks');
	expect(status).toEqual({ type: 'integer', required: true });
	expect(priority.enum).toEqual(['10', '20', '30', '40']);
	expect(notes).toMatchObject({ type: 'object[]', verbose: true, fields: { text: {} } });
	expect(due_date.fields).toEqual({ time: { type: 'string' } });
	expect(created_at).toEqual({ type: 'string', readOnly: true });
	expect(resourceFacts('insurances').filters.payer_type.required).toBe(true);
	expect(operationOf('offices', 'post add_exam_room')).toMatchObject({
		method: 'POST',
		path: '/api/offices/{id}/add_exam_room',
	});
	expect(() => resourceFacts('vaccine_inventories')).toThrow('no resource "vaccine_inventories"');
});
