import type { FieldTable } from '../../../shared/fields/field';
import { choice, email, group, phone, text } from '../../../shared/fields/kinds';

export const referringDoctor = {
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
} as const satisfies FieldTable;
