import { needed, text, yesNo } from '../shared/fields/kinds';
import { consentForms } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { createWithFile } from '../shared/operation/createWithFile';
import { apply, unapply } from './consentForm/assignment';

export const consentForm = crud({
	...consentForms,
	path: 'consent_forms',
	one: 'consent form',
	many: 'consent forms',
	operations: {
		get: 'Look up one form and the address of its file',
		getAll: 'List the forms that patients are asked to sign',
		update: 'Change a form’s title, or when patients have to sign it',
	},
	fields: {
		doctor: needed(doctor('Whose patients sign it')),
		title: needed(text({ eg: 'Consent to treatment' })),
		is_mandatory: needed(
			yesNo({
				label: 'Mandatory',
				about: 'Whether patients have to sign it before they are checked in',
			}),
		),
		assign_by_default: needed(
			yesNo({ about: 'Whether every appointment gets it without being asked' }),
		),
	},
	readOnly: ['id', 'archived', 'created_at', 'order', 'updated_at', 'uri'],
	filters: { doctor: doctor('Only forms of this doctor') },
	simplified: [
		...['id', 'title', 'doctor', 'is_mandatory', 'assign_by_default', 'archived', 'order', 'uri'],
		'updated_at',
	],
	more: (table) => [
		createWithFile(table, {
			field: 'uri',
			description: 'Add a form for patients to sign, from a PDF',
			about: 'The form itself, a PDF',
			required: true,
		}),
		apply(table),
		unapply(table),
	],
});
