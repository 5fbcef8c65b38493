import { notGranted } from '../../../nodes/shared/transport/granted';
import type { Method } from '../../../nodes/shared/transport/retry';
import { contractOperations } from '../../contract/facts';
import { scopeAllows, ALL_SCOPES } from '../../simulator/oauth/scopes';
import { areasOf } from '../../../nodes/shared/messages/permissions';

test.each<[Method, string, string, string[]]>([
	['GET', '/api/appointments', 'labs:read', ['Calendar: Read']],
	['GET', '/api/appointments', 'labs:read calendar:read', []],
	['GET', '/api/appointments', 'calendar:write', []],
	['POST', '/api/appointments', 'calendar:read', ['Calendar: Write']],
	['PATCH', '/api/patients/12', 'patients:summary:write', ['Patients: Write']],
	// Of several areas one may do.
	['GET', '/api/patient_lab_results', 'patients:read', []],
	['GET', '/api/patient_lab_results', 'user:read', ['Labs: Read', 'Patients: Read']],
	// Nobody knows.
	['GET', '/api/unheard_of', 'user:read', []],
	['GET', '/api/appointments', '', []],
])('%s %s with "%s"', (method, path, granted, missing) => {
	expect(notGranted(method, path, granted)).toEqual(missing);
});

test('nothing that the contract allows is kept from DrChrono', () => {
	for (const { method, path } of contractOperations) {
		for (const scope of ALL_SCOPES) {
			const isAllowed = areasOf(path).some((area) => scopeAllows([scope], area, method));
			if (isAllowed) expect(notGranted(method as Method, path, scope)).toEqual([]);
		}
	}
});
