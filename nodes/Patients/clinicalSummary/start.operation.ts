import { summaryOperation } from './file';

export const start = summaryOperation({
	value: 'start',
	name: 'Start',
	action: 'Start clinical summary',
	description:
		'Have DrChrono make the CCDA file of a long chart in its own time. Gives the file where it is ready at once, else what DrChrono says of it.',
	document: 'ccda_async',
	called: 'clinical-summary',
});
