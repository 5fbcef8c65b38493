import { locator } from '../../support/patients';
import type { OperationCase } from './index';

const each = { patientId: '={{ { __rl: true, mode: "id", value: $json.id } }}' };
const twoPatients = [{ id: 1 }, { id: 2 }] as const;
const person = (name: string) => ({
	first_name: name,
	last_name: 'Case',
	date_of_birth: '1980-02-29',
	gender: 'Female',
});

export const patientsCases: Record<string, OperationCase> = {
	'patient.create': {
		parameters: {
			first_name: '={{ $json.first_name }}',
			last_name: '={{ $json.last_name }}',
			date_of_birth: '={{ $json.date_of_birth }}',
			gender: 'Female',
			doctor: locator(1),
		},
		items: [person('Alma'), person('Berta')],
	},
	'patient.createMany': {
		parameters: { doctor: locator(1) },
		items: [person('Cora'), person('Dina')],
	},
	'patient.upsert': {
		parameters: {
			matchBy: 'nameAndBirthDate',
			first_name: '={{ $json.first_name }}',
			last_name: '={{ $json.last_name }}',
			date_of_birth: '={{ $json.date_of_birth }}',
			gender: 'Female',
			doctor: locator(1),
		},
		items: [person('Elsa'), person('Fay')],
	},
	'patient.get': { parameters: each, items: twoPatients },
	'patient.getAll': { parameters: { limit: 1 } },
	'patient.update': {
		parameters: { ...each, updateFields: { city: 'Albany' } },
		items: twoPatients,
	},
	'patient.delete': { parameters: each, items: twoPatients },
	'patientSummary.create': {
		parameters: {
			first_name: '={{ $json.first_name }}',
			last_name: '={{ $json.last_name }}',
			gender: 'Female',
			doctor: locator(1),
		},
		items: [person('Gail'), person('Hope')],
	},
	'portalAccess.get': {
		parameters: each,
		items: twoPatients,
	},
	'portalAccess.invite': { parameters: each, items: twoPatients },
	'portalAccess.revoke': { parameters: each, items: twoPatients },
	'clinicalSummary.get': { parameters: each, items: twoPatients },
	'clinicalSummary.getQrda': { parameters: each, items: twoPatients },
	'clinicalSummary.start': { parameters: each, items: twoPatients },
};
