import { textOf, words } from '../../nodes/shared/messages/words';

test.each([
	['cell_phone', 'Cell Phone'],
	['chart_id', 'Chart ID'],
	['id', 'ID'],
	['npi_number', 'NPI Number'],
	['disable_sms_messages', 'Disable SMS Messages'],
	['icd10_codes', 'ICD-10 Codes'],
	['date_of_birth', 'Date of Birth'],
	['appt_is_break', 'Appointment Is Break'],
	['idle', 'Idle'],
	['_private__field_', 'Private Field'],
	['', ''],
])('the field %s is called %s', (field, name) => expect(words(field)).toBe(name));

test.each<[unknown, string]>([
	['Jane', 'Jane'],
	[0, '0'],
	[12, '12'],
	[null, ''],
	[undefined, ''],
	[true, ''],
	[{}, ''],
	[[1], ''],
])('the text of %j is "%s"', (value, expected) => expect(textOf(value)).toBe(expected));
