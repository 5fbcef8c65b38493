import { withoutBlanks } from '../../shared/input/blanks';
import { doctorLocator } from '../../shared/locators/doctor';
import { examRoomLocator } from '../../shared/locators/examRoom';
import { officeLocator } from '../../shared/locators/office';
import { patientLocator } from '../../shared/locators/patient';
import { defineOperation } from '../../shared/operation/operation';
import { officeTimeZone, optionsCollection } from '../../shared/operation/options';
import { fieldsCollection } from '../../shared/input/records';
import { appointment, appointmentFields, appointmentSimplified } from './fields';
import { allowOverlapping, appointmentOutput, overlapping, requireLength } from './record';

const ownParameters = [
	'allow_overlapping',
	'appt_is_break',
	'doctor',
	'duration',
	'exam_room',
	'office',
	'patient',
	'scheduled_time',
];

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create appointment',
	creates: true,
	description: 'Book an appointment, once or again and again, or block time for a break',
	simplified: appointmentSimplified,
	properties: [
		{
			...patientLocator,
			displayOptions: { show: { appt_is_break: [false] } },
			description: 'Who comes. Type a last name, “Jane Doe”, “Doe, Jane” or a chart ID.',
		},
		appointment.scheduled_time,
		{
			...appointment.duration,
			description:
				'How long it takes. 0 takes the duration of the Appointment Profile, which then has to be among the Additional Fields.',
		},
		{ ...doctorLocator, description: 'Who sees the patient' },
		{ ...officeLocator, description: 'Where the appointment takes place' },
		examRoomLocator,
		// Whether a patient is asked for depends on it.
		{ ...appointment.appt_is_break, noDataExpression: true },
		fieldsCollection(
			{ name: 'additionalFields', displayName: 'Additional Fields' },
			appointmentFields,
			ownParameters,
		),
		...appointmentOutput,
		optionsCollection(allowOverlapping, officeTimeZone),
	],
	execute: async ({ api, params }) => {
		const { appt_is_break, patientId, doctor, office, exam_room, scheduled_time } = params;
		const { additionalFields, options } = params;
		requireLength({ ...additionalFields, duration: params.duration });
		return await api.post('/api/appointments', {
			...withoutBlanks(additionalFields),
			...(params.duration > 0 && { duration: params.duration }),
			doctor,
			office,
			exam_room,
			scheduled_time,
			...(appt_is_break ? { patient: null, appt_is_break } : { patient: patientId }),
			...overlapping(options),
		});
	},
});
