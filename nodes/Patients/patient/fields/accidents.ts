import { prefixed, type FieldTable } from '../../../shared/fields/field';
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
import { subscriber } from './insurance';

/** What both claims have. */
const claim = {
	case_number: text(),
	company: text({ label: 'Insurance Company', eg: 'Example Insurance' }),
	date_of_accident: date(),
	notes: longText(),
	payer_address: text(),
	payer_city: text(),
	payer_id: text({ about: 'Identifies the insurer on electronic claims' }),
	payer_state: usState(),
	payer_zip: text({ label: 'Payer Zip Code', eg: '62701' }),
	state_of_occurrence: usState({ about: 'Where the accident happened' }),
};

export const accidents = {
	auto_accident_insurance: group(
		prefixed('auto_accident_', {
			...claim,
			...subscriber,
			claim_rep_address: text({ about: "Address of the insurer's claim representative" }),
			claim_rep_city: text(),
			claim_rep_is_insurer: yesNo({
				about: 'Whether the claim representative is the insurer itself',
			}),
			claim_rep_name: text({ eg: 'Nathan Smith' }),
			claim_rep_state: usState(),
			claim_rep_zip: text({ label: 'Claim Rep Zip Code', eg: '62701' }),
			disabled_from_date: date({
				label: 'Disabled From',
				about: 'First day the patient could not work',
			}),
			disabled_to_date: date({
				label: 'Disabled To',
				about: 'Last day the patient could not work',
			}),
			had_similar_condition: yesNo({
				about: 'Whether the patient had the same or a similar condition before',
			}),
			is_subscriber_the_patient: yesNo({
				label: 'Patient Is Subscriber',
				about: "Whether the policy is in the patient's own name",
			}),
			patient_relationship_to_subscriber: choice(orNotSet(relationships), {
				about: 'Who the patient is to the person who holds the policy',
			}),
			policy_number: text(),
			return_to_work_date: date({
				about: 'When a patient who is still disabled is expected to work again',
			}),
			significant_injury: choice(
				{ NO: 'No', 'N\\A': 'Not Applicable', YES: 'Yes' },
				{ about: 'Whether the accident caused a significant injury' },
			),
			significant_injury_notes: longText(),
			similar_condition_date: date({
				about: 'When the patient had the same or a similar condition',
			}),
			similar_condition_notes: longText(),
			still_under_care: yesNo({
				about: 'Whether you are still treating the patient for this condition',
			}),
			subscriber_phone_number: phone(),
			treatment_duration: text({ about: 'How long treatment is expected to last' }),
			will_require_therapy: yesNo({
				about: 'Whether the injuries call for rehabilitation or occupational therapy',
			}),
			will_require_therapy_rec: longText({
				label: 'Will Require Therapy Recommendation',
				about: 'The therapy you recommend',
			}),
		}),
		{ about: 'The claim after a car accident' },
	),
	workers_comp_insurance: group(
		{
			...prefixed('workers_comp_', {
				...claim,
				carrier_code: text({ about: "The insurer's code at the workers' compensation board" }),
				group_name: text(),
				group_number: text(),
				wcb: text({
					label: 'WCB Number',
					about: "The case number at the workers' compensation board",
				}),
				wcb_rating_code: text({
					label: 'WCB Rating Code',
					about: "The provider's rating code at the workers' compensation board",
				}),
			}),
			property_and_casualty_agency_claim_number: text({
				about: 'The number the insurer gave this claim',
			}),
		},
		{ label: "Workers' Comp Insurance", about: 'The claim after an accident at work' },
	),
} as const satisfies FieldTable;
