import { summaryOperation } from './file';

export const getClinicalSummary = summaryOperation({
	value: 'get',
	name: 'Get',
	action: 'Get clinical summary',
	description: 'Retrieve a patient’s chart as a CCDA file, the standard format other systems read',
	document: 'ccda',
	called: 'clinical-summary',
});
