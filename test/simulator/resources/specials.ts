import { text } from '../collection';
import type { Special } from '../contracted';
import type { JsonObject } from '../json';
import { seedAppointmentProfiles } from '../seeding/appointments';
import { offices } from './offices';

/** A note has no ID of its own and tells no time [spec]: its appointment names it. */
const noteId = (fields: JsonObject): JsonObject => ({ ...fields, id: text(fields, 'appointment') });

/** What resources do in their own way, by their names. */
export const specials: Readonly<Partial<Record<string, Special>>> = {
	appointment_profiles: { seed: seedAppointmentProfiles },
	clinical_notes: { prepare: noteId },
	offices,
};
