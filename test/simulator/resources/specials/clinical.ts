import { requireJson } from '../../body';
import { text } from '../../collection';
import type { Special } from '../../contracted';
import { badRequest } from '../../errors';
import { isJsonObject } from '../../json';
import { requireRow } from '../../resourceRoutes';
import type { Call, Route } from '../../route';
import * as seeds from '../../seeding/wave/clinical';

/** Adds to the note for the pharmacy; how the body names it is a doubt. @throws {ApiError} 400, 404 */
function appendNote(call: Call) {
	const { store } = call.practice;
	const medications = store.collection('medications');
	const row = requireRow(medications, call.params.id);
	const body = requireJson(call.contentType, call.bytes);
	const added = isJsonObject(body) ? body[store.doubts.pharmacyNote] : undefined;
	if (typeof added !== 'string' || added === '') {
		throw badRequest({ [store.doubts.pharmacyNote]: ['This field is required.'] });
	}
	const pharmacy_note = [text(row, 'pharmacy_note'), added].filter(Boolean).join('\n');
	medications.update(row.id, { pharmacy_note });
	return { status: 204 };
}

const append: Route = {
	method: 'PATCH',
	path: '/api/medications/:id/append_to_pharmacy_note',
	scope: 'clinical',
	permission: 'clinical-notes',
	handle: appendNote,
};

export const clinicalSpecials: Readonly<Record<string, Special>> = {
	allergies: { seed: seeds.seedAllergies },
	inventory_categories: { seed: seeds.seedInventoryCategories },
	inventory_vaccines: { seed: seeds.seedVaccineLots },
	medications: { seed: seeds.seedMedications, routes: [append] },
	patient_vaccine_records: { seed: seeds.seedVaccineRecords },
	problems: { seed: seeds.seedProblems },
};
