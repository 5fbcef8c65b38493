import { type Collection, type CollectionDefinition, type Row, text } from '../collection';
import { badRequest, conflict } from '../errors';
import { initialValues } from '../fields';
import {
	type RowTest,
	contains,
	equals,
	equalsIgnoringCase,
	idEquals,
	notBefore,
	onDate,
} from '../filters';
import type { JsonObject } from '../json';
import { type CollectionResource, collectionRoutes } from '../resourceRoutes';
import type { Call, Resource } from '../route';
import { seedPatients } from '../seeding/patients';
import { chartId, chartPrefix } from './chartId';
import { patientFields, verboseOnlyPatientFields } from './patientFields';

const CHART_ID = /^[A-Z]{4}\d{6}$/;

/** What two patients have in common who may be one: name, birth date, gender. */
export function identity(patient: JsonObject): string {
	const parts = ['first_name', 'last_name', 'date_of_birth', 'gender'];
	return parts.map((name) => text(patient, name).trim().toLowerCase()).join('|');
}

/** The patient's chart id, or the next free one of its prefix. */
function withChartId(fields: JsonObject, collection: Collection): JsonObject {
	if (text(fields, 'chart_id') !== '') return fields;
	const prefix = chartPrefix(fields);
	let number = 1;
	while (collection.find('chart_id', chartId(prefix, number)).length > 0) number += 1;
	return { ...fields, chart_id: chartId(prefix, number) };
}

export const patientCollection: CollectionDefinition = {
	name: 'patients',
	timestamps: true,
	defaults: initialValues(patientFields),
	indexes: {
		chart_id: (patient) => text(patient, 'chart_id') || undefined,
		identity,
	},
	prepare: withChartId,
};

function checkChartId(patient: JsonObject, call: Call, batch: readonly JsonObject[], own?: Row) {
	const id = text(patient, 'chart_id');
	if (id === '') return;
	if (!CHART_ID.test(id)) {
		throw badRequest({ chart_id: ['Chart ID must have the form AAAA000000.'] });
	}
	const others = call.practice.store.patients
		.find('chart_id', id)
		.filter((other) => other.id !== own?.id);
	if (others.length > 0 || batch.some((other) => text(other, 'chart_id') === id)) {
		throw badRequest({ chart_id: ['A patient with this chart ID already exists.'] });
	}
}

/** Potential duplicates are refused if the practice wants that [doc]. @throws {ApiError} 409 */
function checkDuplicate(patient: JsonObject, call: Call, batch: readonly JsonObject[]) {
	const { settings, patients, doubts } = call.practice.store;
	const allowed = ['true', 'True', '1'].includes(call.query.allow_duplicates ?? '');
	if (!settings.duplicateCheck || allowed) return;
	const known = patients.find('identity', identity(patient)).length > 0;
	if (known || batch.some((other) => identity(other) === identity(patient))) {
		const message = 'Potential duplicate patient(s) found.';
		throw doubts.duplicateStatus === 'conflict'
			? conflict(message)
			: badRequest({ non_field_errors: [message] });
	}
}

/** Rules for a patient about to be written. @throws {ApiError} 400, 409 */
export const checkPatient: NonNullable<CollectionResource['check']> = (
	patient,
	call,
	replaced,
	batch,
) => {
	checkChartId(patient, call, batch, replaced);
	if (!replaced) checkDuplicate(patient, call, batch);
};

const STATE_NAMES: Readonly<Partial<Record<string, string>>> = {
	...{ CA: 'California', FL: 'Florida', HI: 'Hawaii', IL: 'Illinois', MA: 'Massachusetts' },
	...{ NV: 'Nevada', NY: 'New York', TX: 'Texas' },
};

/** Charts of some practices have the state written out [obs]. */
function stateShown(row: Row, { practice }: Call): JsonObject {
	const name = STATE_NAMES[text(row, 'state')];
	return practice.store.doubts.state === 'name' && name !== undefined ? { state: name } : {};
}

/** Inactive and deceased patients are in a list only if they are asked for [spec]. */
function onlyActive({ query, practice }: Call): RowTest[] {
	const all =
		practice.store.doubts.inactive === 'listed' ||
		['true', 'True', '1'].includes(query.show_inactive ?? '');
	return all ? [] : [(patient) => !['I', 'D'].includes(text(patient, 'patient_status'))];
}

export const patients: Resource = {
	collections: [patientCollection],
	seed: seedPatients,
	routes: collectionRoutes({
		path: '/api/patients',
		collection: 'patients',
		scope: 'patients',
		permission: 'manage-patients',
		operations: ['list', 'get', 'create', 'replace', 'update', 'delete'],
		fields: patientFields,
		verboseOnly: verboseOnlyPatientFields,
		filters: {
			first_name: contains('first_name'),
			last_name: contains('last_name'),
			date_of_birth: onDate('date_of_birth'),
			gender: equals('gender'),
			doctor: idEquals('doctor'),
			since: notBefore('updated_at'),
			created_at: onDate('created_at'),
			chart_id: equalsIgnoringCase('chart_id'),
			email: equalsIgnoringCase('email'),
			race: equals('race'),
			ethnicity: equals('ethnicity'),
			preferred_language: equals('preferred_language'),
		},
		listTests: onlyActive,
		check: checkPatient,
		computed: stateShown,
	}),
};
