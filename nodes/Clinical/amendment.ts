import { longText, needed, text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { chart, chartFilters, doctor, inChart } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { downloadOf, upload } from '../shared/operation/fileOperations';
import { appointment } from './fields';

const field = 'amendment_file';

export const amendment = crud({
	path: 'amendments',
	one: 'amendment',
	many: 'amendments',
	operations: {
		delete: 'Take an amendment out of the chart',
		get: 'Look up one amendment, without its file',
		getAll: 'List what was added to records afterwards',
		update: 'Change what an amendment is called or says, but not its file',
	},
	fields: {
		patient: chart,
		doctor: needed(doctor('Whose amendment it is')),
		amendment_name: needed(text({ label: 'Name', eg: 'Corrected family history' })),
		appointment: appointment('The PDF is appended to the clinical note of this appointment'),
		comments: longText(),
	},
	readOnly: ['id', field],
	filters: { ...chartFilters, appointment: appointment('Only amendments of this appointment') },
	simplified: ['id', 'patient', 'amendment_name', 'comments', 'appointment', 'doctor', field],
	title: ({ amendment_name, comments }) => line(amendment_name, comments),
	...inChart,
	eg: '450001',
	hint: 'Amendment → Get Many lists the IDs',
	form: true,
	more: (table) => [
		upload(table, {
			field,
			description: 'Add a PDF to what a chart says, for example a correction',
		}),
		downloadOf(table, { field, description: 'Get the PDF of an amendment' }),
	],
});
