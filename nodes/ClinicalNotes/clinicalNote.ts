import { changedSince, date, dateRange } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor, patient } from '../shared/locators/people';
import { office } from '../shared/locators/visits';
import { crud } from '../shared/operation/crud';
import { downloadPdf } from './clinicalNote/downloadPdf.operation';
import { get } from './clinicalNote/get.operation';

export const clinicalNote = crud({
	path: 'clinical_notes',
	one: 'clinical note',
	many: 'clinical notes',
	operations: {
		getAll:
			'List notes with what was written in each section. Notes are read-only: text goes in with Note Value.',
	},
	readOnly: ['id', 'appointment', 'patient', 'archived', 'signee', 'clinical_note_sections'],
	filters: {
		created_at: date({ label: 'Created On', about: 'Only notes made on this day' }),
		date: date({ about: 'Only notes of appointments on this day' }),
		date_range: dateRange({ about: 'Only notes of appointments from one day to another' }),
		doctor: doctor('Only notes of this doctor'),
		office: office('Only notes of appointments in this office'),
		patient: patient('Only notes in this patient’s chart'),
		since: changedSince('notes'),
	},
	simplified: ['id', 'appointment', 'patient', 'archived', 'signee', 'clinical_note_sections'],
	title: ({ appointment, patient: whose }) => line(appointment, whose),
	eg: '150001',
	more: ({ output, simplified }) => [get(output, simplified), downloadPdf],
});
