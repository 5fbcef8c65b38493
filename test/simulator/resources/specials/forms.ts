import { requireJson } from '../../body';
import type { Special } from '../../contracted';
import { inputWithFiles } from '../../contracted/files';
import { badRequest } from '../../errors';
import { type Json, type JsonObject, isJsonObject } from '../../json';
import { requireRow } from '../../resourceRoutes';
import type { Call, Route } from '../../route';
import * as seeds from '../../seeding/wave/practice';

const access = { scope: 'patients', permission: 'manage-patients' };

/** The appointment that a form is for: the contract does not say where it is named. @throws {ApiError} */
function appointmentOf(call: Call): string {
	const { store } = call.practice;
	const body = requireJson(call.contentType, call.bytes);
	const named =
		store.doubts.formAppointment === 'body' && isJsonObject(body)
			? body.appointment
			: call.query.appointment;
	if (typeof named !== 'string' && typeof named !== 'number') {
		throw badRequest({ appointment: ['This field is required.'] });
	}
	return String(requireRow(store.collection('appointments'), String(named)).id);
}

function applying(name: string, applied: boolean): Route {
	return {
		...access,
		method: 'POST',
		path: `/api/consent_forms/:id/${name}`,
		handle: (call) => {
			const { store } = call.practice;
			const { id } = requireRow(store.collection('consent_forms'), call.params.id);
			const appointment = appointmentOf(call);
			const forms = store.collection('applied_forms');
			const key = `${id}-${appointment}`;
			if (forms.get(key)) forms.remove(key);
			if (applied) forms.insert({ id: key, consent_form: id, appointment });
			return { status: 204 };
		},
	};
}

const signature = inputWithFiles(['signature_file']);

/** A signed form by its body, its form fields and its query: the contract has them in all three places. */
function signedInput(call: Call): Json {
	const body = signature(call);
	const { appointment, consent_form, patient } = call.query;
	const given = Object.entries({ appointment, consent_form, patient }).filter(
		([, value]) => value !== undefined,
	);
	return { ...Object.fromEntries(given), ...(isJsonObject(body) ? body : {}) } as JsonObject;
}

/** A change of a signed form: its ID is in the query [spec]. @throws {ApiError} 400, 404 */
function changeSigned(call: Call) {
	const forms = call.practice.store.collection('signed_consent_forms');
	const row = requireRow(forms, call.query.id ?? '');
	const body = signedInput(call);
	const given = isJsonObject(body) ? body : {};
	forms.update(row.id, {
		...('archived' in given && { archived: given.archived === true || given.archived === 'true' }),
		...('signature_file' in given && { signature_file: given.signature_file }),
	});
	return { status: 204 };
}

export const formSpecials: Readonly<Record<string, Special>> = {
	consent_forms: {
		seed: seeds.seedConsentForms,
		routes: [applying('apply_to_appointment', true), applying('unapply_from_appointment', false)],
	},
	signed_consent_forms: {
		seed: seeds.seedSignedForms,
		input: signedInput,
		complete: (record, { practice }) => ({ ...record, date_signed: practice.store.timestamp() }),
		routes: [
			{ ...access, method: 'PATCH', path: '/api/signed_consent_forms', handle: changeSigned },
		],
	},
	custom_appointment_fields: { seed: seeds.seedCustomAppointmentFields },
	custom_demographics: { seed: seeds.seedCustomDemographics },
	custom_vitals: { seed: seeds.seedCustomVitals },
	doctor_options: { seed: seeds.seedDoctorOptions },
	patient_flag_types: { seed: seeds.seedFlagTypes },
	reminder_profiles: { seed: seeds.seedReminderProfiles },
};
