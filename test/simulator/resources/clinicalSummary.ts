import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Environment } from 'nunjucks';

import { requireRow } from '../resourceRoutes';
import type { Resource } from '../route';

const environment = new Environment(null, { autoescape: true });
const template = readFileSync(join(__dirname, 'clinicalSummary.xml'), 'utf8');

/** The patient's Consolidated CDA document; the OpenAPI asks for `patients`, not `clinical`. */
export const clinicalSummary: Resource = {
	routes: [
		{
			method: 'GET',
			path: '/api/patients/:id/ccda',
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
		},
	],
};
