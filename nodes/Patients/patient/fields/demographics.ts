import { birthDate } from '../../../shared/fields/birthDate';
import type { FieldTable } from '../../../shared/fields/field';
import { choice, date, orNotSet, rows, text } from '../../../shared/fields/kinds';
import { customFields } from '../../../shared/locators/lookups';
import { recordChoice } from '../../../shared/locators/record';
import { ethnicities, genders, languages, pronouns, races } from './choices';

/** Who the patient is. */
export const demographics = {
	first_name: text({ eg: 'Nathan' }),
	last_name: text({ eg: 'Smith' }),
	gender: choice(orNotSet(genders)),
	date_of_birth: birthDate({ about: 'Year, month and day, such as 1980-05-03' }),
	custom_demographics: rows(
		{
			field_type: recordChoice(customFields, 'Field'),
			value: text(),
		},
		{
			about: 'Values of the fields your practice added to the demographics',
			row: 'Custom Demographic',
		},
	),
	date_of_death: date({ about: 'To mark the patient as deceased as well, set Patient Status' }),
	ethnicity: choice(ethnicities),
	middle_name: text(),
	nick_name: text({
		label: 'Nickname',
		eg: 'Nate',
		about: 'What the patient is called instead of the first name',
	}),
	preferred_language: choice(languages),
	pronouns: choice(orNotSet(pronouns)),
	race: choice(races),
	race_subcategories: rows(
		{
			code: text({ eg: '2034-7' }),
			description: text({ eg: 'Chinese' }),
		},
		{ about: 'Narrower groups within the race, with their codes', row: 'Race Subcategory' },
	),
	social_security_number: text({
		about:
			'Sensitive: send it only where a payer asks for it, and keep it out of the rest of the workflow',
	}),
} as const satisfies FieldTable;
