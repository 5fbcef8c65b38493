import { contract, fieldsOf, resourceFacts } from '../../contract/facts';
import { areasOf } from '../contracted';
import { contractTests } from '../contracted/filters';
import { fieldSet } from '../contracted/fields';
import { badRequest, notFound } from '../errors';
import type { JsonObject } from '../json';
import type { Practice } from '../practice';
import { present } from '../resourceRoutes';
import type { Answer, Call, Resource } from '../route';

const HOUR = 3_600_000;
const MAXIMUM_SIZE = 1000;
const MAXIMUM_SIZE_OF_VALUES = 20_000;

interface Reading {
	readonly at: number;
	readonly rows: readonly JsonObject[];
	readonly page: number;
	readonly pages: number;
	/** How often somebody has asked for it. */
	asked: number;
}

const allReadings = new WeakMap<Practice, Map<string, Reading>>();

/** What was started in a practice, by uuid. */
function readingsOf(practice: Practice): Map<string, Reading> {
	const readings = allReadings.get(practice) ?? new Map<string, Reading>();
	allReadings.set(practice, readings);
	return readings;
}

const wholeNumber = (value: string | undefined, other: number) =>
	/^[1-9]\d*$/.test(value ?? '') ? Number(value) : other;

/** The rows of one page and how many pages there are. @throws {ApiError} 400 */
function read(name: string, subject: string, call: Call): Omit<Reading, 'at' | 'asked'> {
	const { query, practice } = call;
	const filters = resourceFacts(subject).filters;
	const order = query.order_by ?? 'id';
	if (order !== 'id' && order !== 'updated_at') {
		throw badRequest({ order_by: [`"${order}" is not a valid choice.`] });
	}
	const tests = contractTests(filters, call);
	const rows = practice.store
		.collection(subject)
		.all()
		.filter((row) => tests.every((test) => test(row)));
	if (order === 'updated_at') {
		rows.sort((a, b) => String(a.updated_at).localeCompare(String(b.updated_at)));
	}
	const limit = name === 'clinical_note_field_values_list' ? MAXIMUM_SIZE_OF_VALUES : MAXIMUM_SIZE;
	const size = Math.min(wholeNumber(query.page_size, 100), limit);
	const page = wholeNumber(query.page, 1);
	const facts = fieldsOf(name);
	const shape = {
		path: `/api/${name}`,
		collection: subject,
		operations: [],
		fields: fieldSet(facts),
		verboseOnly: Object.keys(facts).filter((field) => facts[field].verbose),
		filters: {},
	};
	return {
		page,
		pages: Math.max(1, Math.ceil(rows.length / size)),
		rows: rows.slice((page - 1) * size, page * size).map((row) => present(shape, row, call)),
	};
}

/**
 * A list that is read in the background: a POST starts it, a GET with its uuid asks for it until it is
 * complete. Its rows are those of the time at which it was started.
 */
function batchRead(name: string): Resource {
	const subject = name.replace(/_list$/, '');
	const facts = resourceFacts(name);
	const access = { path: `/api/${name}`, scope: areasOf(facts), permission: facts.permissions };
	return {
		routes: [
			{
				...access,
				method: 'POST',
				reads: true,
				handle: (call) => {
					const at = call.practice.clock.now();
					const readings = readingsOf(call.practice);
					const uuid = `00000000-0000-4000-8000-${String(readings.size + 1).padStart(12, '0')}`;
					readings.set(uuid, { ...read(name, subject, call), at, asked: 0 });
					return { status: 201, json: { uuid, status: 'In progress' } };
				},
			},
			{
				...access,
				method: 'GET',
				handle: ({ query, practice }): Answer => {
					const { clock, store } = practice;
					const uuid = query.uuid ?? '';
					const reading = readingsOf(practice).get(uuid);
					if (!reading || clock.now() - reading.at > HOUR) throw notFound();
					reading.asked += 1;
					const { rows, page, pages, asked } = reading;
					const rounds = store.doubts.batchRounds === 'once' ? 1 : 3;
					if (asked < rounds) return { status: 200, json: { uuid, status: 'In progress' } };
					const pagination = { pages, page, count: rows.length };
					return { status: 200, json: { uuid, status: 'Complete', results: rows, pagination } };
				},
			},
		],
	};
}

/** The seven lists of the contract that are read in the background. */
export const batchReads: readonly Resource[] = Object.keys(contract.resources)
	.filter((name) => resourceFacts(name).operations.includes('start'))
	.map(batchRead);
