import { noteTemplates } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const noteTemplate = crud({
	...noteTemplates,
	path: 'clinical_note_templates',
	one: 'note template',
	many: 'note templates',
	operations: {
		get: 'Look up one template: its section, whose it is',
		getAll:
			'List the templates, the sections of a note. They are read-only; build them in DrChrono’s Form Builder.',
	},
	readOnly: [
		...['id', 'archived', 'clinical_note_fields', 'doctor', 'is_onpatient', 'is_persistent'],
		...['name', 'order', 'updated_at', 'workflow_key'],
	],
	filters: { doctor: doctor('Only templates of this doctor') },
	simplified: [
		...['id', 'name', 'doctor', 'workflow_key', 'archived', 'is_persistent', 'is_onpatient'],
		'updated_at',
	],
	verbose: 'the fields of the template',
});
