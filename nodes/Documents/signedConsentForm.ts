import { needed } from '../shared/fields/kinds';
import { consentForms, line } from '../shared/locators/lookups';
import { doctor, patient, inChart } from '../shared/locators/people';
import { recordLocator } from '../shared/locators/record';
import { appointment } from '../shared/locators/visits';
import { textOf } from '../shared/messages/words';
import { crud } from '../shared/operation/crud';
import { createWithFile } from '../shared/operation/createWithFile';
import { update } from './signedConsentForm/update.operation';

export const signedConsentForm = crud({
	path: 'signed_consent_forms',
	one: 'signed consent form',
	many: 'signed consent forms',
	operations: {
		get: 'Look up one signature: who signed what, when, for which appointment',
		getAll: 'List what a patient, or every patient, has signed',
	},
	fields: {
		patient: needed(patient('Who signed')),
		appointment: needed(appointment('What it was signed for')),
		consent_form: needed(recordLocator(consentForms, 'Consent Form', { about: 'What was signed' })),
	},
	readOnly: ['id', 'archived', 'date_signed', 'signature_file', 'updated_at'],
	filters: {
		doctor: doctor('Only forms signed by patients of this doctor'),
		patient: patient('Only what this patient signed'),
	},
	simplified: [
		...['id', 'patient', 'appointment', 'consent_form', 'date_signed', 'archived', 'updated_at'],
		'signature_file',
	],
	title: ({ date_signed, consent_form: form }) => line(date_signed, `form ${textOf(form)}`),
	...inChart,
	eg: '325001',
	hint: 'Signed Consent Form → Get Many lists the IDs',
	more: (table) => [
		createWithFile(table, {
			field: 'signature_file',
			description: 'Enter that a patient has signed a form, with the signature if you have it',
			about: 'A file with the signature; without one leave the field empty',
			inQuery: true,
		}),
		update(table),
	],
});
