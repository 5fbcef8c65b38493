import { type FieldSet, boolean, choice, date, email, orNothing, text } from '../fields';
import {
	COUNTRIES,
	GENDERS,
	PLAN_TYPES,
	PROVIDER_QUALIFIERS,
	RELATIONSHIPS,
	STATES,
} from './choices';

const state = () => orNothing(choice(STATES));

/** Text fields of these names. */
const texts = (...names: string[]): FieldSet =>
	Object.fromEntries(names.map((name) => [name, text()]));

/** One health insurance of a patient. */
export const insuranceFields: FieldSet = {
	insurance_company: text(),
	insurance_id_number: text(),
	insurance_group_name: text(),
	insurance_group_number: text(),
	insurance_plan_name: text(),
	insurance_plan_type: choice(PLAN_TYPES),
	insurance_payer_id: text(),
	insurance_claim_office_number: text(),
	is_subscriber_the_patient: boolean(true),
	patient_relationship_to_subscriber: choice(RELATIONSHIPS),
	...texts('subscriber_first_name', 'subscriber_middle_name', 'subscriber_last_name'),
	subscriber_suffix: text(),
	subscriber_date_of_birth: date(),
	subscriber_gender: choice(GENDERS),
	...texts('subscriber_social_security', 'subscriber_address', 'subscriber_city'),
	subscriber_state: state(),
	subscriber_zip_code: text(),
	subscriber_country: choice(COUNTRIES),
	...texts('photo_front', 'photo_back'),
};

const withPrefix = (prefix: string, fields: FieldSet): FieldSet =>
	Object.fromEntries(Object.entries(fields).map(([name, field]) => [`${prefix}_${name}`, field]));

export const autoAccidentFields: FieldSet = withPrefix('auto_accident', {
	...texts('company', 'case_number', 'policy_number', 'payer_id', 'notes'),
	...texts('payer_address', 'payer_city', 'payer_zip'),
	payer_state: state(),
	...texts('claim_rep_name', 'claim_rep_address', 'claim_rep_city', 'claim_rep_zip'),
	claim_rep_state: state(),
	claim_rep_is_insurer: boolean(),
	state_of_occurrence: state(),
	date_of_accident: date(),
	disabled_from_date: date(),
	disabled_to_date: date(),
	return_to_work_date: date(),
	similar_condition_date: date(),
	had_similar_condition: boolean(),
	similar_condition_notes: text(),
	significant_injury: orNothing(choice(['YES', 'NO', 'N\\A'])),
	significant_injury_notes: text(),
	still_under_care: boolean(),
	treatment_duration: text(),
	will_require_therapy: boolean(),
	will_require_therapy_rec: text(),
	is_subscriber_the_patient: boolean(true),
	patient_relationship_to_subscriber: choice(RELATIONSHIPS),
	...texts('subscriber_first_name', 'subscriber_middle_name', 'subscriber_last_name'),
	...texts('subscriber_suffix', 'subscriber_social_security', 'subscriber_phone_number'),
	subscriber_date_of_birth: date(),
	...texts('subscriber_address', 'subscriber_city', 'subscriber_zip_code'),
	subscriber_state: state(),
});

export const workersCompFields: FieldSet = {
	...withPrefix('workers_comp', {
		...texts('company', 'case_number', 'group_name', 'group_number', 'carrier_code', 'notes'),
		...texts('payer_id', 'payer_address', 'payer_city', 'payer_zip', 'wcb', 'wcb_rating_code'),
		payer_state: state(),
		state_of_occurrence: state(),
		date_of_accident: date(),
	}),
	property_and_casualty_agency_claim_number: text(),
};

/** The specialty's 109 values are not checked. */
export const referringDoctorFields: FieldSet = {
	...texts('first_name', 'middle_name', 'last_name', 'suffix', 'npi', 'provider_number'),
	provider_qualifier: choice(PROVIDER_QUALIFIERS),
	specialty: text(),
	...texts('address', 'phone', 'fax'),
	email: email(),
};
