import { Faker, en } from '@faker-js/faker';
import { DateTime } from 'luxon';

import type { JsonObject } from '../json';
import type { Practice } from '../practice';

/** Puts rows into a collection as if they had always been there, with IDs from 1 unless they have their own. */
export function sow({ store }: Practice, name: string, rows: readonly JsonObject[]): void {
	const collection = store.collection(name);
	const stamps = { created_at: '2020-01-02T08:00:00', updated_at: '2020-01-02T08:00:00' };
	rows.forEach((row, index) => {
		collection.seed(collection.whole({ ...stamps, id: index + 1, ...row }));
	});
}

/** Numbers for one collection, the same for the same seed whatever else is looked at. */
export function fakerFor({ settings }: Practice, name: string): Faker {
	const salt = Buffer.from(name).reduce((sum, byte) => (sum * 31 + byte) % 65_521, 7);
	return new Faker({ locale: en, seed: settings.seed * 65_521 + salt });
}

/** `2021-02-14T09:30:00` so many days before now, in the practice's zone. */
export function stampBefore({ clock, store }: Practice, days: number, time = '09:30:00'): string {
	const day = DateTime.fromMillis(clock.now(), { zone: store.settings.timezone }).minus({ days });
	return `${day.toFormat('yyyy-MM-dd')}T${time}`;
}

export const dayBefore = (practice: Practice, days: number): string =>
	stampBefore(practice, days).slice(0, 10);
