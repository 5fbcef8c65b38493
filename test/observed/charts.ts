import type { JsonObject } from '../simulator/json';

/**
 * A patient in a list of 2023: the state written out, what is not known blank in some fields and null
 * in others, and `blank` where a choice was not made.
 */
export const listedPatient: JsonObject = {
	id: 2042,
	chart_id: 'EXSA000042',
	first_name: 'Sam',
	middle_name: null,
	last_name: 'Example',
	nick_name: '',
	gender: 'Female',
	date_of_birth: '1975-08-09',
	social_security_number: '',
	race: 'blank',
	ethnicity: 'blank',
	preferred_language: 'blank',
	patient_status: 'A',
	patient_photo: null,
	patient_photo_date: null,
	patient_payment_profile: 'Cash',
	home_phone: '',
	cell_phone: '(555) 555-0142',
	office_phone: '',
	email: 'sam.example@example.com',
	address: '42 Example Road',
	city: null,
	state: 'California',
	zip_code: '',
	emergency_contact_name: null,
	emergency_contact_phone: null,
	emergency_contact_relation: null,
	employer: '',
	employer_address: '',
	employer_city: null,
	employer_state: '',
	employer_zip_code: '',
	disable_sms_messages: false,
	doctor: 3,
	primary_care_physician: null,
	date_of_first_appointment: null,
	date_of_last_appointment: null,
	offices: [5],
	default_pharmacy: '',
	preferred_pharmacies: [],
	referring_source: '',
	copay: '',
	responsible_party_name: null,
	responsible_party_relation: null,
	responsible_party_phone: null,
	responsible_party_email: null,
	updated_at: '2023-07-10T09:00:00',
	created_at: '2023-07-03T09:00:00',
};

/** A doctor of 2023: most of the contact fields are blank, some are null. */
export const doctor: JsonObject = {
	id: 3,
	first_name: 'Robin',
	last_name: 'Sample',
	email: 'robin.sample@example.com',
	specialty: 'Family Practitioner',
	job_title: 'Private Practice Physician (Primary User)',
	suffix: null,
	website: null,
	home_phone: '',
	office_phone: '',
	cell_phone: '',
	country: 'US',
	timezone: 'US/Eastern',
	npi_number: '1234567893',
	group_npi_number: null,
	practice_group: 88,
	practice_group_name: 'Example Family Practice',
	profile_picture: null,
	is_account_suspended: false,
};

/** A document whose tags are a JSON array in a text. */
export const documentWithTextTags: JsonObject = {
	id: 602,
	patient: 2042,
	doctor: 3,
	description: 'Lipid panel',
	date: '2026-04-21',
	metatags: '["lab","lipids"]',
	document:
		'https://files.example.com/EXAMPLE.pdf?AWSAccessKeyId=EXAMPLE&Signature=EXAMPLE&Expires=1',
	archived: false,
	updated_at: '2026-04-21T10:30:00',
};

/** The same document from where tags are read back as a list. */
export const documentWithListTags: JsonObject = {
	...documentWithTextTags,
	metatags: ['lab', 'lipids'],
};
