import { Faker, en } from '@faker-js/faker';

import type { JsonObject } from '../json';
import { chartId, chartPrefix } from '../resources/chartId';
import type { Practice } from '../practice';

const AREA_CODES = ['212', '305', '312', '415', '512', '617', '702', '808'];
const PLACES = [
	['New York', 'NY', '10001'],
	['Miami', 'FL', '33101'],
	['Chicago', 'IL', '60601'],
	['San Francisco', 'CA', '94102'],
	['Austin', 'TX', '78701'],
	['Boston', 'MA', '02108'],
	['Las Vegas', 'NV', '89101'],
	['Honolulu', 'HI', '96801'],
];
const WEIGHTED_GENDERS = ['Female', 'Female', 'Female', 'Male', 'Male', 'Male', 'Other', 'UNK'];
/** Drawn from, so that the patients stay the same people when some of them are to be inactive. */
const STATUSES = ['A', 'A'];
const WEIGHTED_LANGUAGES = ['eng', 'eng', 'eng', 'eng', 'spa', 'spa', 'zho', 'blank'];
const RACES = ['white', 'white', 'black', 'asian', 'indian', 'other', 'blank', 'declined'];
const ETHNICITIES = ['not_hispanic', 'not_hispanic', 'hispanic', 'blank', 'declined'];

/** Seeded records were made and last changed in these years: before any test's clock. */
const MADE_FROM = Date.UTC(2016, 0, 1);
const MADE_TO = Date.UTC(2019, 0, 1);
const CHANGED_TO = Date.UTC(2021, 0, 1);
const BORN_FROM = Date.UTC(1930, 0, 1);
const BORN_TO = Date.UTC(2015, 0, 1);

/** Names to choose from: drawing from a pool is many times faster than asking faker each time. */
function namePools(faker: Faker) {
	const pool = (size: number, make: () => string) =>
		[...new Set(faker.helpers.multiple(make, { count: size }))].map((name) =>
			name.replace(/[^A-Za-z]/g, ''),
		);
	return {
		Female: pool(400, () => faker.person.firstName('female')),
		Male: pool(400, () => faker.person.firstName('male')),
		any: pool(200, () => faker.person.firstName()),
		last: pool(800, () => faker.person.lastName()),
		streets: pool(200, () => faker.person.lastName()),
	};
}

/** A number of the range that is reserved for fiction (555-0100 to 555-0199). */
function phone(faker: Faker): string {
	const line = String(faker.number.int(99)).padStart(2, '0');
	return `(${faker.helpers.arrayElement(AREA_CODES)}) 555-01${line}`;
}

const moment = (faker: Faker, from: number, to: number) =>
	new Date(faker.number.int({ min: from, max: to })).toISOString();

type Pools = ReturnType<typeof namePools>;

function person(faker: Faker, pools: Pools, id: number): JsonObject {
	const one = (choices: readonly string[]) => faker.helpers.arrayElement(choices);
	const gender = one(WEIGHTED_GENDERS);
	const firstNames = gender === 'Female' || gender === 'Male' ? pools[gender] : pools.any;
	const [first_name, last_name] = [one(firstNames), one(pools.last)];
	const [city, state, zip_code] = faker.helpers.arrayElement(PLACES);
	const created = moment(faker, MADE_FROM, MADE_TO);
	return {
		id,
		first_name,
		last_name,
		gender,
		date_of_birth: moment(faker, BORN_FROM, BORN_TO).slice(0, 10),
		email: `${first_name}.${last_name}.${id}@example.com`.toLowerCase(),
		cell_phone: phone(faker),
		home_phone: phone(faker),
		address: `${faker.number.int({ min: 1, max: 999 })} ${one(pools.streets)} Street`,
		city,
		state,
		zip_code,
		race: one(RACES),
		ethnicity: one(ETHNICITIES),
		preferred_language: one(WEIGHTED_LANGUAGES),
		patient_status: one(STATUSES),
		created_at: created.slice(0, 19),
		updated_at: moment(faker, Date.parse(created), CHANGED_TO).slice(0, 19),
	};
}

/** Synthetic patients of the practice, shared out among its doctors. */
export function seedPatients({ settings, store }: Practice): void {
	const faker = new Faker({ locale: en, seed: settings.seed });
	const pools = namePools(faker);
	const doctors = store.doctors.all();
	const used = new Map<string, number>();
	for (let id = 1; id <= settings.patients; id += 1) {
		const patient = person(faker, pools, id);
		const prefix = chartPrefix(patient);
		const number = (used.get(prefix) ?? 0) + 1;
		used.set(prefix, number);
		store.patients.seed({
			...patient,
			doctor: doctors[id % doctors.length].id,
			chart_id: chartId(prefix, number),
		});
	}
}
