import type { JsonObject } from '../../json';
import type { Practice } from '../../practice';
import { dayBefore, fakerFor, sow } from '../sow';

/** A row for each of the first charts. */
function perChart(practice: Practice, name: string, rows: readonly JsonObject[]): void {
	const faker = fakerFor(practice, name);
	const charts = practice.store.patients.all().slice(0, 6);
	sow(
		practice,
		name,
		charts.map(({ id, doctor }) => ({
			patient: id,
			doctor,
			...faker.helpers.arrayElement(rows),
		})),
	);
}

export const seedMedications = (practice: Practice): void =>
	perChart(practice, 'medications', [
		{ name: 'Lisinopril 10 mg tablet', rxnorm: '314076', status: 'active', frequency: 'daily' },
		{
			name: 'Metformin 500 mg tablet',
			rxnorm: '861007',
			status: 'active',
			frequency: 'twice a day',
		},
		{ name: 'Amoxicillin 500 mg capsule', rxnorm: '308191', status: 'inactive', frequency: '' },
	]);

export const seedAllergies = (practice: Practice): void =>
	perChart(practice, 'allergies', [
		{ description: 'Penicillin', reaction: 'Hives', status: 'active' },
		{ description: 'Cat hair', reaction: 'Sneezing', status: 'active' },
		{ description: 'Latex', reaction: 'Rash', status: 'inactive' },
	]);

export const seedProblems = (practice: Practice): void =>
	perChart(practice, 'problems', [
		{ name: 'Essential hypertension', icd_code: 'I10', icd_version: '10', status: 'active' },
		{ name: 'Type 2 diabetes mellitus', icd_code: 'E11.9', icd_version: '10', status: 'active' },
		{ name: 'Acute sinusitis', icd_code: 'J01.90', icd_version: '10', status: 'resolved' },
	]);

export const seedVaccineRecords = (practice: Practice): void =>
	perChart(practice, 'patient_vaccine_records', [
		{ name: 'Influenza, seasonal', cvx_code: '141', completion_status: 'CP' },
		{ name: 'Tdap', cvx_code: '115', completion_status: 'CP' },
	]);

export function seedVaccineLots(practice: Practice): void {
	const lot = {
		doctor: 1,
		name: 'Influenza, seasonal',
		manufacturer_code: 'EXA',
		status: 'active',
	};
	const stock = { original_quantity: 50, current_quantity: 31, expiry: dayBefore(practice, -90) };
	sow(practice, 'inventory_vaccines', [{ ...lot, ...stock, lot_number: 'LOT-1', category: 1 }]);
}

export const seedInventoryCategories = (practice: Practice): void =>
	sow(practice, 'inventory_categories', [
		{ name: 'Vaccines', category_type: 'vaccine', doctor: '1' },
	]);
