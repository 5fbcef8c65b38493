import { birthDate } from '../../../shared/fields/birthDate';
import type { FieldTable } from '../../../shared/fields/field';
import {
	choice,
	date,
	group,
	longText,
	orNotSet,
	phone,
	text,
	yesNo,
} from '../../../shared/fields/kinds';
import { usState } from '../../../shared/fields/places';
import { relationships } from './choices';

export const autoAccident = {
	auto_accident_insurance: group(
		{
			auto_accident_case_number: text({ label: 'Case Number' }),
			auto_accident_claim_rep_address: text({
				label: 'Claim Rep Address',
				about: "Address of the insurer's claim representative",
			}),
			auto_accident_claim_rep_city: text({ label: 'Claim Rep City' }),
			auto_accident_claim_rep_is_insurer: yesNo({
				label: 'Claim Rep Is Insurer',
				about: 'Whether the claim representative is the insurer itself',
			}),
			auto_accident_claim_rep_name: text({ label: 'Claim Rep Name', eg: 'Nathan Smith' }),
			auto_accident_claim_rep_state: usState({ label: 'Claim Rep State' }),
			auto_accident_claim_rep_zip: text({ label: 'Claim Rep Zip Code', eg: '62701' }),
			auto_accident_date_of_accident: date({ label: 'Date of Accident' }),
			auto_accident_disabled_from_date: date({
				label: 'Disabled From',
				about: 'First day the patient could not work',
			}),
			auto_accident_disabled_to_date: date({
				label: 'Disabled To',
				about: 'Last day the patient could not work',
			}),
			auto_accident_had_similar_condition: yesNo({
				label: 'Had Similar Condition',
				about: 'Whether the patient had the same or a similar condition before',
			}),
			auto_accident_company: text({ label: 'Insurance Company', eg: 'Example Auto Insurance' }),
			auto_accident_notes: longText({ label: 'Notes' }),
			auto_accident_is_subscriber_the_patient: yesNo({
				label: 'Patient Is Subscriber',
				about: "Whether the policy is in the patient's own name",
			}),
			auto_accident_patient_relationship_to_subscriber: choice(orNotSet(relationships), {
				label: 'Patient Relationship to Subscriber',
				about: 'Who the patient is to the person who holds the policy',
			}),
			auto_accident_payer_address: text({ label: 'Payer Address' }),
			auto_accident_payer_city: text({ label: 'Payer City' }),
			auto_accident_payer_id: text({
				label: 'Payer ID',
				about: 'Identifies the insurer on electronic claims',
			}),
			auto_accident_payer_state: usState({ label: 'Payer State' }),
			auto_accident_payer_zip: text({ label: 'Payer Zip Code', eg: '62701' }),
			auto_accident_policy_number: text({ label: 'Policy Number' }),
			auto_accident_return_to_work_date: date({
				label: 'Return to Work Date',
				about: 'When a patient who is still disabled is expected to work again',
			}),
			auto_accident_significant_injury: choice(
				{ NO: 'No', 'N\\A': 'Not Applicable', YES: 'Yes' },
				{ label: 'Significant Injury', about: 'Whether the accident caused a significant injury' },
			),
			auto_accident_significant_injury_notes: longText({ label: 'Significant Injury Notes' }),
			auto_accident_similar_condition_date: date({
				label: 'Similar Condition Date',
				about: 'When the patient had the same or a similar condition',
			}),
			auto_accident_similar_condition_notes: longText({ label: 'Similar Condition Notes' }),
			auto_accident_state_of_occurrence: usState({
				label: 'State of Occurrence',
				about: 'Where the accident happened',
			}),
			auto_accident_still_under_care: yesNo({
				label: 'Still Under Care',
				about: 'Whether you are still treating the patient for this condition',
			}),
			auto_accident_subscriber_address: text({
				label: 'Subscriber Address',
				eg: '1 Example Street',
			}),
			auto_accident_subscriber_city: text({ label: 'Subscriber City', eg: 'Springfield' }),
			auto_accident_subscriber_date_of_birth: birthDate({ label: 'Subscriber Date of Birth' }),
			auto_accident_subscriber_first_name: text({ label: 'Subscriber First Name', eg: 'Nathan' }),
			auto_accident_subscriber_last_name: text({ label: 'Subscriber Last Name', eg: 'Smith' }),
			auto_accident_subscriber_middle_name: text({ label: 'Subscriber Middle Name' }),
			auto_accident_subscriber_phone_number: phone({ label: 'Subscriber Phone Number' }),
			auto_accident_subscriber_social_security: text({
				label: 'Subscriber Social Security Number',
				about:
					'Sensitive: send it only where a payer asks for it, and keep it out of the rest of the workflow',
			}),
			auto_accident_subscriber_state: usState({ label: 'Subscriber State' }),
			auto_accident_subscriber_suffix: text({ label: 'Subscriber Suffix', eg: 'III' }),
			auto_accident_subscriber_zip_code: text({ label: 'Subscriber Zip Code', eg: '62701' }),
			auto_accident_treatment_duration: text({
				label: 'Treatment Duration',
				about: 'How long treatment is expected to last',
			}),
			auto_accident_will_require_therapy: yesNo({
				label: 'Will Require Therapy',
				about: 'Whether the injuries call for rehabilitation or occupational therapy',
			}),
			auto_accident_will_require_therapy_rec: longText({
				label: 'Will Require Therapy Recommendation',
				about: 'The therapy you recommend',
			}),
		},
		{ about: 'The claim after a car accident' },
	),
} as const satisfies FieldTable;
