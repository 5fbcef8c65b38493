import type { OperationCase } from './index';

const by = (name: string) => ({ [name]: '={{ { __rl: true, mode: "id", value: $json.id } }}' });
const two = [{ id: 1 }, { id: 2 }] as const;

export const usersCases: Record<string, OperationCase> = {
	'user.getCurrent': { parameters: {} },
	'user.get': { parameters: by('userId'), items: two },
	'user.getAll': { parameters: { limit: 1 } },
	'doctor.get': { parameters: by('doctorId'), items: two },
	'doctor.getAll': { parameters: { limit: 1 } },
	'office.get': { parameters: by('officeId'), items: two },
	'office.getAll': { parameters: { limit: 1 } },
};
