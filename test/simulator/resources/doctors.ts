import { choice, readOnly, text, boolean, type FieldSet } from '../fields';
import { idEquals } from '../filters';
import { collectionRoutes } from '../resourceRoutes';
import type { Resource } from '../route';
import { seedDoctors } from '../seeding/staff';
import { COUNTRIES } from './choices';

const fields: FieldSet = {
	id: readOnly(),
	first_name: text(),
	last_name: text(),
	suffix: text(),
	email: readOnly(''),
	specialty: text(),
	job_title: text(),
	timezone: text(),
	country: choice(COUNTRIES),
	home_phone: text(),
	office_phone: text(),
	cell_phone: text(),
	website: text(),
	npi_number: text(),
	group_npi_number: text(),
	practice_group: readOnly(''),
	practice_group_name: readOnly(''),
	profile_picture: readOnly(null),
	is_account_suspended: boolean(),
	doctor_work_schedule: readOnly(null),
};

export const doctors: Resource = {
	collections: [{ name: 'doctors' }],
	seed: seedDoctors,
	routes: collectionRoutes({
		path: '/api/doctors',
		collection: 'doctors',
		scope: 'user',
		operations: ['list', 'get'],
		fields,
		filters: { doctor: idEquals('id') },
	}),
};
