import { birthDate } from '../../../shared/fields/birthDate';
import type { FieldTable } from '../../../shared/fields/field';
import { choice, group, orNotSet, phone, text, yesNo } from '../../../shared/fields/kinds';
import { country, usState } from '../../../shared/fields/places';
import { genders, planTypes, relationships } from './choices';

/** Whoever holds a policy. */
export const subscriber = {
	subscriber_address: text({ eg: '1 Example Street' }),
	subscriber_city: text({ eg: 'Springfield' }),
	subscriber_date_of_birth: birthDate(),
	subscriber_first_name: text({ eg: 'Nathan' }),
	subscriber_last_name: text({ eg: 'Smith' }),
	subscriber_middle_name: text(),
	subscriber_social_security: text({
		label: 'Subscriber Social Security Number',
		about:
			'Sensitive: send it only where a payer asks for it, and keep it out of the rest of the workflow',
	}),
	subscriber_state: usState(),
	subscriber_suffix: text({ eg: 'III' }),
	subscriber_zip_code: text({ eg: '62701' }),
} as const satisfies FieldTable;

/**
 * What the primary, secondary and tertiary insurance have in common, which is all their fields. The
 * photos of the card (photo_front, photo_back) are left out: they are files, which the API takes in
 * multipart requests, while it takes nested objects in JSON only.
 */
const insuranceFields = {
	insurance_claim_office_number: phone({
		label: 'Claim Office Number',
		about: "Phone number of the insurer's claim office",
	}),
	insurance_group_name: text({ label: 'Group Name' }),
	insurance_group_number: text({ label: 'Group Number' }),
	insurance_company: text({ eg: 'Example Health' }),
	insurance_id_number: text({ about: 'The member number on the insurance card' }),
	is_subscriber_the_patient: yesNo({
		initial: true,
		label: 'Patient Is Subscriber',
		about: "Whether the policy is in the patient's own name",
	}),
	patient_relationship_to_subscriber: choice(orNotSet(relationships), {
		about: 'Who the patient is to the person who holds the policy',
	}),
	insurance_payer_id: text({
		label: 'Payer ID',
		about:
			'Identifies the insurer on electronic claims. DrChrono does not check it, so take it from its list of insurances.',
	}),
	insurance_plan_name: text({ label: 'Plan Name' }),
	insurance_plan_type: choice(orNotSet(planTypes), { label: 'Plan Type' }),
	...subscriber,
	subscriber_country: country(),
	subscriber_gender: choice(orNotSet(genders)),
} as const satisfies FieldTable;

const policy = group(insuranceFields, {
	about:
		'Take care with patients who have been seen already: after a change here, their past appointments may no longer be billable',
});

/** Who pays. Each is a group, so that only the fields that were added are sent. */
export const insurance = {
	primary_insurance: policy,
	secondary_insurance: policy,
	tertiary_insurance: policy,
} as const satisfies FieldTable;
