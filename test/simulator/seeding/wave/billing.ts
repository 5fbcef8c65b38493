import { text } from '../../collection';
import type { JsonObject } from '../../json';
import type { Practice } from '../../practice';
import { sow, stampBefore } from '../sow';

const CODES = [
	['99213', 'Office visit, established patient', '120.00'],
	['93000', 'Electrocardiogram', '65.00'],
	['36415', 'Venipuncture', '15.00'],
];

/** Visits from a week ago to today, with today's first. */
function billed(practice: Practice) {
	const today = stampBefore(practice, 0, '23:59:59');
	return practice.store
		.collection('appointments')
		.all()
		.filter((row) => row.patient !== null && text(row, 'scheduled_time') <= today)
		.sort((a, b) => (text(a, 'scheduled_time') < text(b, 'scheduled_time') ? 1 : -1));
}

/** What was charged: one or two lines a visit, those of older visits paid. */
export function seedLineItems(practice: Practice): void {
	const rows = billed(practice).flatMap((visit, index) =>
		CODES.slice(0, (index % 2) + 1).map(([code, description, price]): JsonObject => {
			const date = text(visit, 'scheduled_time').slice(0, 10);
			const paid = index > 6;
			return {
				appointment: Number(visit.id),
				patient: text(visit, 'patient'),
				doctor: text(visit, 'doctor'),
				...{ code, description, price, procedure_type: 'C', quantity: '1.0000', units: 'UN' },
				...{ diagnosis_pointers: ['1'], modifiers: [], service_date: date, posted_date: date },
				...{
					billed: price,
					paid_total: paid ? price : '0.00',
					billing_status: paid ? 'Paid in Full' : '',
				},
				...{ balance_total: paid ? '0.00' : price, balance_pt: paid ? '0.00' : price },
				created_at: `${date}T18:30:00`,
				updated_at: `${date}T18:30:00`,
			};
		}),
	);
	sow(practice, 'line_items', rows);
}

/** What insurers paid of it. */
export function seedTransactions(practice: Practice): void {
	const paid = practice.store
		.collection('line_items')
		.all()
		.filter(({ paid_total }) => paid_total !== '0.00');
	const rows = paid.map((item) => ({
		line_item: item.id,
		appointment: item.appointment,
		patient: Number(item.patient),
		doctor: Number(item.doctor),
		ins_paid: item.price,
		adjustment: '0.00',
		posted_date: item.posted_date,
		check_date: item.posted_date,
		trace_number: 'EXAMPLE-1',
	}));
	sow(practice, 'transactions', rows);
}

/** Copays at the front desk. */
export function seedPatientPayments(practice: Practice): void {
	const rows = billed(practice)
		.slice(0, 5)
		.map((visit): JsonObject => {
			const date = text(visit, 'scheduled_time').slice(0, 10);
			return {
				...{ appointment: Number(visit.id), patient: visit.patient, doctor: visit.doctor },
				...{ amount: '25.00', payment_method: 'CRDT', payment_transaction_type: 'COPAY' },
				...{ received_date: date, posted_date: date, created_by: '1', notes: '' },
				created_at: `${date}T09:00:00`,
				updated_at: `${date}T09:00:00`,
			};
		});
	sow(practice, 'patient_payments', rows);
}

/** How these payments came into the books. */
export function seedPaymentLog(practice: Practice): void {
	const payments = practice.store.collection('patient_payments').all();
	sow(
		practice,
		'patient_payment_log',
		payments.map(({ amount, payment_method, patient, doctor, appointment, updated_at }) => ({
			...{ amount, payment_method, updated_at, action: 'C', source: 'Front desk' },
			...{ patient: String(patient), doctor: String(doctor), appointment: String(appointment) },
			created_by: '1',
		})),
	);
}

/** Whether the patients who are coming are covered, by DrChrono’s codes: every third is not. */
export function seedEligibility(practice: Practice): void {
	const now = stampBefore(practice, 0, '00:00:00');
	const coming = practice.store
		.collection('appointments')
		.all()
		.filter((row) => row.patient !== null && text(row, 'scheduled_time') >= now)
		.slice(0, 12);
	const rows = coming.map((visit, index) => ({
		appointment: String(visit.id),
		patient: text(visit, 'patient'),
		eligibility: index % 3 === 2 ? '6' : '1',
		payer_name: 'Example Mutual',
		query_date: stampBefore(practice, 1, '06:00:00'),
		updated_at: stampBefore(practice, 1, '06:00:00'),
		request_service_type: '30',
		service_type_description: 'Health Benefit Plan Coverage',
		cob_level: 'Primary',
	}));
	sow(practice, 'eligibility_checks', rows);
}

const PAYERS = [
	['Example Mutual', '00001'],
	['Example Life', '00002'],
	['Sample Health Plan', '00003'],
];

export const seedInsurances = (practice: Practice): void =>
	sow(
		practice,
		'insurances',
		PAYERS.map(([payer_name, payer_id]) => ({ payer_name, payer_id, state: 'NY' })),
	);

export const seedFeeSchedules = (practice: Practice): void =>
	sow(
		practice,
		'fee_schedules',
		CODES.map(([code, description, base_price]) => ({
			...{ code, description, base_price, code_type: 'CPT', doctor: 1, plan_name: 'Standard' },
		})),
	);
