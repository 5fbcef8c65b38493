import type { OperationCase } from './index';

const path = '=patients/{{ $json.id }}';
const two = [{ id: 1 }, { id: 2 }] as const;
const patient = { first_name: 'Alma', last_name: 'Case', gender: 'Female', doctor: 1 };

export const apiRequestCases: Record<string, OperationCase> = {
	create: {
		parameters: { path: 'patients?allow_duplicates=true', body: JSON.stringify(patient) },
	},
	delete: { parameters: { path }, items: two },
	get: { parameters: { path }, items: two },
	getAll: { parameters: { path: 'patients', limit: 1 } },
	replace: { parameters: { path, body: JSON.stringify(patient) }, items: two },
	update: { parameters: { path, body: JSON.stringify({ city: 'Albany' }) }, items: two },
};
