import type { IDataObject } from 'n8n-workflow';
import { birthDate } from '../shared/fields/birthDate';
import { changedSince, choice, needed, text } from '../shared/fields/kinds';
import { doctor } from '../shared/locators/people';
import { listSearch, searchPage } from '../shared/locators/locator';
import { lastNameFirst, line } from '../shared/locators/lookups';
import { crud } from '../shared/operation/crud';
import { fields, readOnly, simplified } from './patient/fields';
import { genders } from './patient/fields/choices';

const title = (record: IDataObject) => line(lastNameFirst(record), record.date_of_birth);

/** Who somebody is: what a connection with nothing but the permission patients:summary may read and write. */
export const patientSummary = crud({
	path: 'patients_summary',
	one: 'patient summary',
	many: 'patient summaries',
	operations: {
		create: 'Add a patient, with no more permission than to see who somebody is',
		delete: 'Take a patient and the whole chart out of DrChrono for good',
		get: 'Read who a patient is: name, birth date, gender, doctor',
		getAll: 'List who the patients are, for connections that may see no more',
		update: 'Correct a name, a birth date or the doctor',
	},
	notices: {
		delete:
			'Deleting takes the patient and the whole chart out of DrChrono, not only the summary, and cannot be undone.',
	},
	fields: {
		first_name: needed(text({ eg: 'Nathan' })),
		last_name: needed(text({ eg: 'Smith' })),
		gender: needed(fields.gender),
		doctor: needed(doctor('The doctor whose patient this is')),
		date_of_birth: birthDate(),
		middle_name: text(),
	},
	readOnly: [...Object.keys(fields), ...readOnly],
	filters: {
		since: changedSince('patients'),
		date_of_birth: birthDate(),
		doctor: doctor('Only patients of this doctor'),
		first_name: text({ eg: 'Nathan' }),
		gender: choice(genders, { initial: 'Female' }),
		last_name: text({ eg: 'Smith' }),
	},
	simplified,
	title,
	search: listSearch(async (functions, filter, next) => {
		const query = filter === '' ? {} : { last_name: filter };
		return await searchPage(functions, '/api/patients_summary', query, next, title);
	}),
	eg: '65765544',
	hint: 'The number in the address of the chart in your browser. It is not the chart ID.',
});
