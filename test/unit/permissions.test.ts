import { permissionFor } from '../../nodes/shared/messages/permissions';
import type { Method } from '../../nodes/shared/transport/retry';

test.each<[Method, string, string, string | undefined]>([
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
	['GET', '/api/users/current', 'User: Read', undefined],
	['GET', '/api/doctors', 'User: Read', undefined],
	['POST', '/api/iframe_integration', 'User: Write', undefined],
	['GET', '/api/tasks', 'Tasks: Read', undefined],
	['GET', '/api/unheard_of', '…: Read', undefined],
	['POST', '', '…: Write', undefined],
])('%s %s needs "%s", and of the user %s', (method, path, scope, inApp) => {
	expect(permissionFor(method, path)).toEqual(inApp ? { scope, inApp } : { scope });
});
