import { officeLocator } from '../../shared/locators/office';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection, verboseQuery } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';
import { officeOutput, officeSimplified, verboseOffice } from './output';

export const getOffice = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get office',
	description: 'Look up one office: address, phone number, exam rooms',
	simplified: officeSimplified,
	properties: [
		property({ ...officeLocator, name: 'officeId', description: 'The office to look up' }),
		...officeOutput,
		optionsCollection(verboseOffice),
	],
	execute: async ({ api, params }) =>
		await api.get(path`/api/offices/${params.officeId}`, verboseQuery(params.options)),
});
