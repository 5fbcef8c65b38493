import { perhapsAll, permissionFor } from '../../nodes/shared/messages/permissions';
import type { Method } from '../../nodes/shared/transport/retry';
import { ALL_SCOPES } from '../simulator/oauth/scopes';
import { contract, contractOperations, resourceFacts } from '../contract/facts';
import { permissionModule } from '../contract/facts/permissions';
import { DrChronoOAuth2Api } from '../../credentials/DrChronoOAuth2Api.credentials';

test.each<[Method, string, string, string]>([
	['GET', '/api/patients', 'Patients: Read', 'Manage Patients'],
	['GET', '/api/patients/12/ccda', 'Patients: Read', 'Manage Patients'],
	['POST', '/api/patients', 'Patients: Write', 'Manage Patients'],
	['PUT', '/api/patients/12', 'Patients: Write', 'Manage Patients'],
	['PATCH', '/api/patients/12', 'Patients: Write', 'Manage Patients'],
	['DELETE', '/api/patients/12', 'Patients: Write', 'Manage Patients'],
	['GET', '/api/patients_summary', 'Patient Summaries: Read', 'Manage Patients'],
	['GET', '/api/appointments', 'Calendar: Read', 'Scheduling'],
	['GET', '/api/availability', 'Calendar: Read', 'Scheduling'],
	['POST', '/api/documents', 'Patients: Write', 'Manage Patients'],
	['GET', '/api/users/current', 'User: Read', ''],
	['GET', '/api/doctors', 'User: Read', ''],
	['POST', '/api/iframe_integration', 'User: Write', ''],
	['GET', '/api/tasks', 'Tasks: Read', ''],
	[
		...(['POST', '/api/patient_payments', 'Patient Payments: Write'] as const),
		'Access Patient Payments, perhaps also Billing and Show Billing Tab',
	],
	[
		...(['GET', '/api/patient_lab_results/1', 'Labs: Read, perhaps also Patients: Read'] as const),
		'Manage Patients',
	],
	['GET', '/api/unheard_of', '…: Read', ''],
	['POST', '', '…: Write', ''],
])('%s %s needs "%s", and of the user "%s"', (method, path, scope, permission) => {
	const { scopes, permissions } = permissionFor(method, path);
	expect([perhapsAll(scopes), permissions.length ? perhapsAll(permissions) : '']).toEqual([
		scope,
		permission,
	]);
});

test('every operation whose scope the contract names is told by the credential’s own names', () => {
	const { properties } = new DrChronoOAuth2Api();
	const choices = properties.find(({ name }) => name === 'chosenScopes')?.options ?? [];
	const names = choices.map(({ name }) => name);
	expect(names).toHaveLength(ALL_SCOPES.length);
	for (const { resource, method, path } of contractOperations) {
		const { read, write } = resourceFacts(resource).scopes;
		if (read.length + write.length === 0) continue;
		expect(names).toEqual(expect.arrayContaining(permissionFor(method as Method, path).scopes));
	}
});

test('a permission of a resource that needs none stays out of the module', () => {
	const { staff } = contract.resources;
	expect(permissionModule({ ...contract, resources: { staff } })).not.toContain('staff');
});
