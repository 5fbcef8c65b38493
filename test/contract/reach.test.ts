import { existsSync, readFileSync } from 'node:fs';

import { differences, endpointOf, nodeFolders, packageOperations, reached } from './reach';
import { ANY_PATH, ENDPOINTS, REASONS } from './reach/elsewhere';
import { operationsPage, PAGE } from './reach/page';
import { coverageTable } from './reach/table';
import { contract } from './facts';

const offered = packageOperations();
const keys = offered.map(
	({ node, resource, operation }) => `${node} ${resource.value}.${operation.value}`,
);

test('what is told of operations is told of ones that there are', () => {
	expect(Object.keys(ENDPOINTS).filter((key) => !keys.includes(key))).toEqual([]);
	expect(ANY_PATH.filter((node) => !nodeFolders.includes(node))).toEqual([]);
	const places = reached().map(({ method, path }) => `${method} ${path}`);
	const known = [...Object.keys(contract.resources), ...places];
	expect(Object.keys(REASONS).filter((what) => !known.includes(what))).toEqual([]);
});

test('every endpoint of an operation is in the contract, but for what the contract lacks', () => {
	const all = new Set(reached().map(({ method, path }) => `${method} ${path}`));
	const beyond = offered.flatMap(({ endpoints }) => endpoints).filter((one) => !all.has(one));
	expect([...new Set(beyond)].sort()).toEqual([
		'DELETE /api/iframe_integration',
		'GET /api/users/current',
		'POST /api/iframe_integration',
	]);
});

test('a PUT is covered by the form of its PATCH, the rest by API Request', () => {
	const [patients] = offered.filter(({ endpoints }) => endpoints[0] === 'PATCH /api/patients/{id}');
	const ways = (endpoints: readonly string[]) =>
		Object.fromEntries(
			reached([{ ...patients, endpoints }])
				.filter(({ path }) => path === '/api/patients/{id}')
				.map(({ method, way }) => [method, way]),
		);
	expect(ways(['PATCH /api/patients/{id}'])).toEqual({
		...{ GET: 'API Request', PUT: 'beside a patch', PATCH: 'form', DELETE: 'API Request' },
	});
});

test('the table has every resource and adds up', () => {
	const table = coverageTable();
	for (const resource of Object.keys(contract.resources)) expect(table).toContain(`\n${resource} `);
	const [, ...numbers] = /form: (\d+), beside a patch: (\d+), API Request: (\d+)/.exec(table) ?? [];
	expect(numbers.map(Number).reduce((sum, one) => sum + one, 0)).toBe(327);
});

test('the page of all operations is current: npm run operations', () => {
	expect(existsSync(PAGE) && readFileSync(PAGE, 'utf8')).toBe(operationsPage());
});

test('an operation that asks for something else is found out', () => {
	const get = { endpoints: ['GET /api/patients/{id}'] };
	const request = (method: string, path: string) => ({ method, path });
	expect(differences(get, [request('GET', '/api/patients/12')])).toEqual([]);
	expect(differences(get, [request('DELETE', '/api/patients/12')])).toEqual([
		'not asked: GET /api/patients/{id}',
		'unsaid: DELETE /api/patients/{id}',
	]);
	expect(endpointOf(request('PATCH', '/api/appointments/12_2021-02-14'))).toBe(
		'PATCH /api/appointments/{id}',
	);
});
