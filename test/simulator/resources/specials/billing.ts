import { DateTime } from 'luxon';

import { text } from '../../collection';
import type { Special } from '../../contracted';
import { badRequest, notFound } from '../../errors';
import type { JsonObject } from '../../json';
import { shortList } from '../../listAnswer';
import { requireRow } from '../../resourceRoutes';
import type { Call, Route } from '../../route';
import * as seeds from '../../seeding/wave/billing';

const money = (value: number) => value.toFixed(2);

/** What the server reckons of a line: whose it is, when, and what is owed. */
function reckoned(record: JsonObject, { practice }: Call): JsonObject {
	const visit = practice.store.collection('appointments').get(text(record, 'appointment'));
	const total = Number(text(record, 'price') || 0) * Number(text(record, 'quantity') || 1);
	const paid = Number(text(record, 'pt_paid') || 0);
	return {
		...record,
		patient: visit ? text(visit, 'patient') : '',
		doctor: visit ? text(visit, 'doctor') : '',
		service_date: visit ? text(visit, 'scheduled_time').slice(0, 10) : null,
		posted_date: practice.store.timestamp().slice(0, 10),
		billed: money(total),
		paid_total: money(paid),
		balance_pt: money(total - paid),
		balance_total: money(total - paid),
	};
}

/** Leaves a trace among the deletions. */
function removeLine({ practice: { store }, params }: Call) {
	const lines = store.collection('line_items');
	const { id, appointment } = requireRow(lines, params.id);
	lines.remove(id);
	store.collection('line_item_deletions').insert({
		billing_line_item_id: id,
		appointment_id: appointment,
	});
	return { status: 204 };
}

const access = { scope: 'billing', permission: ['billing', 'show-billing-tab'] };

const removal: Route = {
	...access,
	method: 'DELETE',
	path: '/api/line_items/:id',
	handle: removeLine,
};

/** A payer by its ID at the clearinghouse: it has no other. */
const payerOfId: Route = {
	method: 'GET',
	path: '/api/insurances/:id',
	scope: 'user',
	handle: ({ practice: { store }, params, query }) => {
		if (!query.payer_type) throw badRequest({ payer_type: ['This field is required.'] });
		const payer = store
			.collection('insurances')
			.all()
			.find((row) => row.payer_id === params.id);
		if (!payer) throw notFound();
		const { payer_name, payer_id, state } = payer;
		return { status: 200, json: { payer_name, payer_id, state } };
	},
};

/** The first and the last day; these reports alone want days as M/D/YYYY [spec]. @throws {ApiError} 400 */
function period({ query: { start_date = '', end_date = '' } }: Call): string[] {
	return Object.entries({ start_date, end_date }).map(([name, value]) => {
		if (value === '') throw badRequest({ [name]: ['This field is required.'] });
		const day = DateTime.fromFormat(value, 'M/d/yyyy');
		if (!day.isValid) throw badRequest({ [name]: ['Enter a valid date.'] });
		return day.toFormat('yyyy-MM-dd');
	});
}

/** A day sheet of what is in a collection: its rows, whose shape nobody has published. */
function daySheet(name: string, collection: string): Route {
	return {
		method: 'GET',
		path: `/api/${name}`,
		scope: 'billing',
		permission: ['billing', 'access-patient-payments'],
		handle: (call) => {
			const [first, last] = period(call);
			const rows = call.practice.store.collection(collection).all();
			const posted = rows.filter((row) => {
				const date = text(row, 'posted_date');
				return date >= first && date <= last;
			});
			const { doubts } = call.practice.store;
			return doubts.daySheets === 'page'
				? shortList(posted, doubts)
				: { status: 200, json: posted };
		},
	};
}

export const billingSpecials: Readonly<Record<string, Special>> = {
	line_items: {
		seed: seeds.seedLineItems,
		complete: reckoned,
		without: ['delete'],
		routes: [removal],
	},
	transactions: { seed: seeds.seedTransactions },
	patient_payments: {
		seed: seeds.seedPatientPayments,
		complete: (record, { practice, token }) => ({
			...record,
			posted_date: practice.store.timestamp().slice(0, 10),
			created_by: token.userId,
		}),
	},
	patient_payment_log: { seed: seeds.seedPaymentLog },
	eligibility_checks: { seed: seeds.seedEligibility },
	fee_schedules: { seed: seeds.seedFeeSchedules },
	insurances: {
		seed: seeds.seedInsurances,
		without: ['get'],
		routes: [payerOfId],
		filters: {
			payer_type: () => () => true,
			term: (value) => (row) =>
				`${text(row, 'payer_name')} ${text(row, 'payer_id')}`
					.toLowerCase()
					.includes(value.toLowerCase()),
		},
	},
	day_sheet_charges: { without: ['list'], routes: [daySheet('day_sheet_charges', 'line_items')] },
	day_sheet_credits: { without: ['list'], routes: [daySheet('day_sheet_credits', 'transactions')] },
	day_sheet_patient_payments: {
		without: ['list'],
		routes: [daySheet('day_sheet_patient_payments', 'patient_payments')],
	},
	day_sheet_totals: { without: ['list'], routes: [daySheet('day_sheet_totals', 'line_items')] },
};
