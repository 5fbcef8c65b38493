import { Faker, en } from '@faker-js/faker';

import type { Practice } from '../practice';

const PRACTICE_GROUP = '1';
const PRACTICE_NAME = 'Maple Street Family Practice';

/** In-app permissions that the API asks for (`x-permissions` of the OpenAPI). */
const PERMISSIONS = [
	...['manage-patients', 'scheduling', 'calendar', 'clinical', 'clinical-notes', 'billing'],
	...['show-billing-tab', 'access-patient-payments', 'message-center', 'settings'],
];

/** Everybody's password on the simulator's log-in page. */
export const PASSWORD = 'synthetic-people-only';

const SPECIALTIES = ['Family Practitioner', 'Internist', 'Pediatrician', 'Dermatologist'];

const OFFICES = [
	{ name: 'Main Office', address: '12 Maple Street', city: 'Springfield', zip_code: '12345' },
	{ name: 'Riverside Clinic', address: '8 River Road', city: 'Shelbyville', zip_code: '12346' },
];

const ROOMS = ['Exam Room 1', 'Exam Room 2', 'Procedure Room'];

const ordinal = (index: number) => (index === 0 ? '' : String(index + 1));
const line = (index: number) => `(212) 555-01${String(index % 100).padStart(2, '0')}`;

/** The practice's doctors, ids from 1. */
export function seedDoctors({ settings, store }: Practice): void {
	const faker = new Faker({ locale: en, seed: settings.seed });
	for (let index = 0; index < settings.doctors; index += 1) {
		const first_name = faker.person.firstName();
		const last_name = faker.person.lastName();
		store.doctors.seed({
			first_name,
			last_name,
			suffix: 'MD',
			email: `doctor${ordinal(index)}@example.com`,
			specialty: SPECIALTIES[index % SPECIALTIES.length],
			job_title: 'Provider/Staff (Private Practice)',
			timezone: store.settings.timezone,
			country: 'US',
			home_phone: '',
			office_phone: line(index),
			cell_phone: line(index + 50),
			website: 'https://www.example.com/',
			npi_number: '',
			group_npi_number: '',
			practice_group: PRACTICE_GROUP,
			practice_group_name: PRACTICE_NAME,
			profile_picture: null,
			is_account_suspended: false,
			doctor_work_schedule: null,
		});
	}
}

/** Two offices, owned by the first doctor and by the last. */
export function seedOffices({ store }: Practice): void {
	const doctors = store.doctors.all();
	OFFICES.forEach((office, index) => {
		const owner = index === 0 ? doctors[0] : doctors[doctors.length - 1];
		store.offices.seed({
			...office,
			doctor: String(owner.id),
			state: 'NY',
			country: 'US',
			phone_number: line(90 + index),
			fax_number: line(95 + index),
			tax_id_number_professional: '',
			exam_rooms: ROOMS.map((name, room) => ({
				index: room + 1,
				name,
				online_scheduling: room === 0,
			})),
			start_time: '08:00:00',
			end_time: '18:00:00',
			online_scheduling: true,
			online_timeslots: [0, 1, 2, 3, 4].map((day) => ({ day, hour: 9, minute: 0 })),
			archived: false,
			office_work_schedule: null,
		});
	});
}

/** One user per doctor (`doctor`, `doctor2`, ...), `manager`, and `frontdesk`, who may do little. */
export function seedUsers({ store }: Practice): void {
	const doctors = store.doctors.all();
	const people = [
		...doctors.map(({ id }, index) => ({
			username: `doctor${ordinal(index)}`,
			doctor: id,
			is_doctor: true,
			permitted: PERMISSIONS,
		})),
		{ username: 'manager', doctor: doctors[0].id, is_doctor: false, permitted: PERMISSIONS },
		{
			username: 'frontdesk',
			doctor: doctors[0].id,
			is_doctor: false,
			permitted: ['scheduling', 'calendar'],
		},
	];
	people.forEach(({ username, doctor, is_doctor, permitted }, index) =>
		store.users.seed({
			id: String(index + 1),
			username,
			doctor: String(doctor),
			is_doctor,
			is_staff: !is_doctor,
			practice_group: PRACTICE_GROUP,
			permissions: Object.fromEntries(PERMISSIONS.map((name) => [name, permitted.includes(name)])),
		}),
	);
}
