import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Environment } from 'nunjucks';

import { requireRow } from '../resourceRoutes';
import type { Resource, Route } from '../route';

const environment = new Environment(null, { autoescape: true });
const template = readFileSync(join(__dirname, 'clinicalSummary.xml'), 'utf8');

/** A document about a patient; the OpenAPI asks for `patients`, not `clinical`. */
const summaryAt = (name: string): Route => ({
	method: 'GET',
	path: `/api/patients/:id/${name}`,
	scope: 'patients',
	permission: 'manage-patients',
	handle: ({ practice, params }) => {
		const patient = requireRow(practice.store.patients, params.id);
		return {
			status: 200,
			headers: { 'content-type': 'application/xml' },
			text: environment.renderString(template, { patient }),
		};
	},
});

/**
 * The patient's Consolidated CDA document, at once and as an asynchronous one, of which the contract
 * says no more than that, and the quality report.
 */
export const clinicalSummary: Resource = {
	routes: ['ccda', 'ccda_async', 'qrda1'].map(summaryAt),
};
