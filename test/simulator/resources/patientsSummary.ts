import type { FieldSet } from '../fields';
import { contains, equals, idEquals, notBefore, onDate } from '../filters';
import { collectionRoutes } from '../resourceRoutes';
import type { Resource } from '../route';
import { patientFields } from './patientFields';
import { checkPatient } from './patients';

const NAMES = ['id', 'chart_id', 'doctor', 'first_name', 'middle_name', 'last_name'];

/** The few fields that the scope `patients:summary` opens. */
const summaryFields: FieldSet = Object.fromEntries(
	[...NAMES, 'date_of_birth', 'gender'].map((name) => [name, patientFields[name]]),
);

export const patientsSummary: Resource = {
	routes: collectionRoutes({
		path: '/api/patients_summary',
		collection: 'patients',
		scope: 'patients:summary',
		permission: 'manage-patients',
		operations: ['list', 'get', 'create', 'replace', 'update', 'delete'],
		fields: summaryFields,
		filters: {
			first_name: contains('first_name'),
			last_name: contains('last_name'),
			date_of_birth: onDate('date_of_birth'),
			gender: equals('gender'),
			doctor: idEquals('doctor'),
			since: notBefore('updated_at'),
		},
		check: checkPatient,
	}),
};
