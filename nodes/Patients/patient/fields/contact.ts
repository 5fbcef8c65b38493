import type { FieldTable } from '../../../shared/fields/field';
import { choice, email, group, phone, text, yesNo } from '../../../shared/fields/kinds';
import { state } from '../../../shared/fields/places';

/** How to reach the patient, and the people and the employer around them. */
export const contact = {
	address: text({ eg: '1 Example Street' }),
	cell_phone: phone({
		about: 'Text messages go to this number, unless Disable SMS Messages is on',
	}),
	city: text({ eg: 'Springfield' }),
	disable_sms_messages: yesNo({
		about: 'Whether to send the patient no text messages although a cell phone is known',
	}),
	email: email(),
	emergency_contact_name: text({ eg: 'Nathan Smith' }),
	emergency_contact_phone: phone(),
	emergency_contact_relation: text({ eg: 'Spouse' }),
	employer: text({ eg: 'Example Company' }),
	employer_address: text({ eg: '1 Example Street' }),
	employer_city: text({ eg: 'Springfield' }),
	employer_state: state(),
	employer_zip_code: text({ eg: '62701' }),
	home_phone: phone(),
	office_phone: phone({ about: 'The number at which the patient can be reached at work' }),
	referring_doctor: group(
		{
			address: text({ eg: '1 Example Street' }),
			email: email(),
			fax: text({ eg: '202-555-0144' }),
			first_name: text({ eg: 'Nathan' }),
			last_name: text({ eg: 'Smith' }),
			middle_name: text(),
			npi: text({
				about: 'National Provider Identifier, the ten-digit number of a US health care provider',
			}),
			phone: phone(),
			provider_number: text({ about: 'A number of the kind chosen under Provider Qualifier' }),
			provider_qualifier: choice(
				{
					'': 'Not Set',
					G2: 'Provider Commercial Number',
					'1G': 'Provider UPIN Number',
					'0B': 'State License Number',
				},
				{ about: 'What kind of number the Provider Number is' },
			),
			specialty: text({ eg: 'Cardiologist' }),
			suffix: text({ eg: 'MD' }),
		},
		{ about: 'The doctor who sent the patient to the practice' },
	),
	responsible_party_email: email(),
	responsible_party_name: text({
		eg: 'Nathan Smith',
		about: 'Who answers for the patient, such as a parent',
	}),
	responsible_party_phone: phone(),
	responsible_party_relation: text({ eg: 'Parent' }),
	state: state(),
	zip_code: text({ eg: '62701' }),
} as const satisfies FieldTable;
