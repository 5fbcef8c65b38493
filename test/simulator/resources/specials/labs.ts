import { text } from '../../collection';
import type { Special } from '../../contracted';
import type { JsonObject } from '../../json';
import type { Call } from '../../route';
import * as seeds from '../../seeding/wave/labs';

/** When the laboratory's interface took it, and which order a result is of. */
const stamped = (record: JsonObject, { practice }: Call): JsonObject => ({
	...record,
	timestamp: practice.store.timestamp(),
});

export const labSpecials: Readonly<Record<string, Special>> = {
	lab_documents: { seed: seeds.seedLabDocuments, complete: stamped },
	lab_orders: {
		seed: seeds.seedLabOrders,
		complete: (record, call) => ({ ...stamped(record, call), documents: [] }),
		prepare: (fields, { size }) => ({ ...fields, requisition_id: `REQ${size + 1}` }),
	},
	lab_orders_summary: { seed: seeds.seedLabOrdersSummary },
	lab_results: {
		seed: seeds.seedVendorResults,
		complete: (record, { practice }) => {
			const test = practice.store.collection('lab_tests').get(text(record, 'lab_test'));
			return { ...record, lab_order: test ? text(test, 'lab_order') : '' };
		},
	},
	lab_tests: { seed: seeds.seedLabTests },
	patient_lab_results: { seed: seeds.seedLabResults },
	sublabs: { seed: seeds.seedLabVendors },
};
