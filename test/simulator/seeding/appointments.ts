import { Faker, en } from '@faker-js/faker';
import { DateTime } from 'luxon';

import type { Practice } from '../practice';

const PROFILES = [
	{ name: 'New Patient', color: '#80D6FF', reason: 'New patient', duration: 45 },
	{ name: 'Follow-Up', color: '#B5E3A1', reason: 'Follow-up', duration: 20 },
	{ name: 'Annual Physical', color: '#FFD480', reason: 'Annual physical', duration: 60 },
];

const REASONS = ['Follow-up', 'New patient', 'Annual physical', 'Vaccination', 'Blood pressure'];

/** A few appointments a day, in the office's morning. */
const PER_DAY = 3;

/** Visits of a month with their notes, and those of the next two weeks. */
export const A_MONTH = { pastDays: 30, appointments: 45 * PER_DAY } as const;

/** Kinds of appointments, ids from 1. */
export function seedAppointmentProfiles({ store }: Practice): void {
	PROFILES.forEach((profile, index) =>
		store.collection('appointment_profiles').seed({
			...profile,
			doctor: null,
			online_scheduling: index === 0,
			sort_order: index,
			archived: false,
		}),
	);
}

/** Appointments of the days around now, each day's at 9, 10 and 11 o'clock, in the past complete. */
export function seedAppointments({ settings, store, clock }: Practice): void {
	const faker = new Faker({ locale: en, seed: settings.seed });
	const patients = store.patients.all();
	if (patients.length === 0) return;
	const today = DateTime.fromMillis(clock.now(), { zone: store.settings.timezone });
	const made = today.minus({ months: 1 }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
	for (let index = 0; index < settings.appointments; index += 1) {
		const day = today.plus({ days: Math.floor(index / PER_DAY) - settings.pastDays });
		const patient = faker.helpers.arrayElement(patients);
		store.collection('appointments').seed({
			id: String(index + 1),
			patient: patient.id,
			doctor: patient.doctor,
			office: 1,
			exam_room: (index % PER_DAY) + 1,
			scheduled_time: `${day.toFormat('yyyy-MM-dd')}T${String(9 + (index % PER_DAY)).padStart(2, '0')}:00:00`,
			duration: 30,
			status: day < today ? 'Complete' : 'Confirmed',
			reason: faker.helpers.arrayElement(REASONS),
			created_at: made,
			updated_at: made,
		});
	}
}
