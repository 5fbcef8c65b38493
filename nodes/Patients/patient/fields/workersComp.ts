import type { FieldTable } from '../../../shared/fields/field';
import { date, group, longText, text } from '../../../shared/fields/kinds';
import { usState } from '../../../shared/fields/places';

export const workersComp = {
	workers_comp_insurance: group(
		{
			workers_comp_carrier_code: text({
				label: 'Carrier Code',
				about: "The insurer's code at the workers' compensation board",
			}),
			workers_comp_case_number: text({ label: 'Case Number' }),
			workers_comp_date_of_accident: date({ label: 'Date of Accident' }),
			workers_comp_group_name: text({ label: 'Group Name' }),
			workers_comp_group_number: text({ label: 'Group Number' }),
			workers_comp_company: text({ label: 'Insurance Company', eg: 'Example Mutual' }),
			workers_comp_notes: longText({ label: 'Notes' }),
			workers_comp_payer_address: text({ label: 'Payer Address' }),
			workers_comp_payer_city: text({ label: 'Payer City' }),
			workers_comp_payer_id: text({
				label: 'Payer ID',
				about: 'Identifies the insurer on electronic claims',
			}),
			workers_comp_payer_state: usState({ label: 'Payer State' }),
			workers_comp_payer_zip: text({ label: 'Payer Zip Code', eg: '62701' }),
			property_and_casualty_agency_claim_number: text({
				label: 'Property and Casualty Agency Claim Number',
				about: 'The number the insurer gave this claim',
			}),
			workers_comp_state_of_occurrence: usState({
				label: 'State of Occurrence',
				about: 'Where the accident happened',
			}),
			workers_comp_wcb: text({
				label: 'WCB Number',
				about: "The case number at the workers' compensation board",
			}),
			workers_comp_wcb_rating_code: text({
				label: 'WCB Rating Code',
				about: "The provider's rating code at the workers' compensation board",
			}),
		},
		{ label: "Workers' Comp Insurance", about: 'The claim after an accident at work' },
	),
} as const satisfies FieldTable;
