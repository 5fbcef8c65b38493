import { type FieldSet, readOnly } from '../fields';
import { idEquals } from '../filters';
import { collectionRoutes } from '../resourceRoutes';
import type { Resource } from '../route';
import { seedOffices } from '../seeding/staff';

const names = [
	...['id', 'name', 'doctor', 'address', 'city', 'state', 'zip_code', 'country'],
	...['phone_number', 'fax_number', 'tax_id_number_professional', 'exam_rooms'],
	...['start_time', 'end_time', 'online_scheduling', 'online_timeslots', 'archived'],
	'office_work_schedule',
];

const fields: FieldSet = Object.fromEntries(names.map((name) => [name, readOnly()]));

export const offices: Resource = {
	collections: [{ name: 'offices' }],
	seed: seedOffices,
	routes: collectionRoutes({
		path: '/api/offices',
		collection: 'offices',
		scope: 'user',
		operations: ['list', 'get'],
		fields,
		verboseOnly: ['online_timeslots'],
		filters: { doctor: idEquals('doctor') },
	}),
};
