import type { JsonObject } from '../../json';
import type { Practice } from '../../practice';
import { dayBefore, fakerFor, sow, stampBefore } from '../sow';
import { shelve } from './messages';

interface Test {
	readonly title: string;
	readonly loinc: string;
	readonly unit: string;
	readonly range: readonly [low: number, high: number];
}

const TESTS: readonly Test[] = [
	{ title: 'Hemoglobin A1c', loinc: '4548-4', unit: '%', range: [4, 5.6] },
	{ title: 'Potassium', loinc: '2823-3', unit: 'mmol/L', range: [3.5, 5.1] },
	{ title: 'LDL Cholesterol', loinc: '13457-7', unit: 'mg/dL', range: [0, 100] },
	{ title: 'TSH', loinc: '3016-3', unit: 'mIU/L', range: [0.4, 4] },
];

/** `H` above the range, `HH` far above it, `L` below it, '' within. */
function flagOf(value: number, [low, high]: Test['range']): string {
	if (value > high * 1.4) return 'HH';
	if (value > high) return 'H';
	return value < low ? 'L' : '';
}

/** Results of the charts: a third of them abnormal, the newest not signed off. */
export function seedLabResults(practice: Practice): void {
	const faker = fakerFor(practice, 'patient_lab_results');
	const patients = practice.store.patients.all();
	if (patients.length === 0) return;
	const rows = Array.from({ length: 18 }, (_, index): JsonObject => {
		const test = TESTS[index % TESTS.length];
		const [low, high] = test.range;
		const factor = [0.9, 1.2, 1.6][index % 3];
		const value = index % 3 === 0 ? low + (high - low) * 0.6 : high * factor;
		const patient = faker.helpers.arrayElement(patients);
		const at = stampBefore(practice, 20 - index);
		return {
			patient: patient.id,
			ordering_doctor: patient.doctor,
			title: test.title,
			loinc_code: test.loinc,
			date_test_performed: dayBefore(practice, 21 - index),
			lab_result_value: value.toFixed(1),
			lab_result_value_as_float: value.toFixed(4),
			lab_result_value_units: test.unit,
			lab_normal_range: `${low}-${high}`,
			lab_normal_range_units: test.unit,
			lab_abnormal_flag: flagOf(value, test.range),
			lab_order_status: 'Results Received',
			doctor_signoff: index < 12,
			created_at: at,
			updated_at: at,
		};
	});
	sow(practice, 'patient_lab_results', rows);
}

export function seedLabVendors(practice: Practice): void {
	const vendor = { name: 'Example Laboratories', facility_code: 'EXLAB', vendor_name: 'Example' };
	sow(practice, 'sublabs', [vendor]);
}

/** Orders of the practice at its laboratory, the last without a result. */
export function seedLabOrders(practice: Practice): void {
	const patients = practice.store.patients.all().slice(0, 3);
	const rows = patients.map((patient, index) => ({
		patient: patient.id,
		doctor: patient.doctor,
		sublab: 1,
		status: index < 2 ? 'Results Received' : 'Order Entered',
		priority: 'N',
		requisition_id: `REQ${index + 1}`,
		timestamp: stampBefore(practice, 10 - index),
		documents: [],
		icd10_codes: [{ code: 'E11.9' }],
	}));
	sow(practice, 'lab_orders', rows);
}

/** The same orders as the chart shows them. */
export function seedLabOrdersSummary(practice: Practice): void {
	const orders = practice.store.collection('lab_orders').all();
	sow(
		practice,
		'lab_orders_summary',
		orders.map((order) => ({ ...order, patient: String(order.patient) })),
	);
}

export function seedLabTests(practice: Practice): void {
	const orders = practice.store.collection('lab_orders').all();
	const rows = orders.map(({ id }, index) => {
		const { title, loinc } = TESTS[index % TESTS.length];
		return { lab_order: id, name: title, code: loinc, status: 'F' };
	});
	sow(practice, 'lab_tests', rows);
}

export function seedLabDocuments(practice: Practice): void {
	const orders = practice.store.collection('lab_orders').all().slice(0, 2);
	const rows = orders.map(({ id }) => ({
		lab_order: id,
		type: 'RES',
		document: shelve(practice, 'Laboratory report'),
		timestamp: stampBefore(practice, 8),
	}));
	sow(practice, 'lab_documents', rows);
}

export function seedVendorResults(practice: Practice): void {
	const documents = practice.store.collection('lab_documents').all();
	const rows = documents.map(({ id, lab_order }, index) => {
		const { title, loinc, unit, range } = TESTS[index % TESTS.length];
		return {
			document: id,
			lab_test: index + 1,
			lab_order: String(lab_order),
			test_performed: stampBefore(practice, 9),
			status: 'F',
			value: String(range[1] + 1),
			value_is_numeric: true,
			unit,
			normal_range: range.join('-'),
			abnormal_status: 'H',
			is_abnormal: 'true',
			observation_code: loinc,
			observation_description: title,
		};
	});
	sow(practice, 'lab_results', rows);
}
