import { changedSince, choice, longText, needed } from '../shared/fields/kinds';
import { labDocuments } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { downloadOf, upload } from '../shared/operation/fileOperations';
import { documentTypes } from './choices';
import { labOrder } from './fields';

const field = 'document';

export const labDocument = crud({
	...labDocuments,
	path: 'lab_documents',
	one: 'lab document',
	many: 'lab documents',
	operations: {
		delete: 'Delete a document of an order',
		get: 'Look up one document, without its file',
		getAll: 'List the documents of orders, such as new results',
		update: 'Change what a document is, or which order it belongs to',
	},
	fields: {
		lab_order: needed(labOrder('The order that the document belongs to')),
		type: needed(choice(documentTypes, { initial: 'RES', about: 'What the document is' })),
		hl7: longText({ label: 'HL7', about: 'The message that the document was made from' }),
	},
	readOnly: ['id', field, 'timestamp'],
	filters: {
		doctor: doctor('Only documents of this doctor’s orders'),
		since: changedSince('documents'),
	},
	simplified: ['id', 'lab_order', 'type', 'timestamp', field],
	form: true,
	more: (table) => [
		upload(table, { field, description: 'Add a file to an order, such as the results as a PDF' }),
		downloadOf(table, { field, description: 'Get the file of a document, to send or store it' }),
	],
});
