import type { Resource } from '../shared/operation/operation';
import { cancel } from './appointment/cancel.operation';
import { create } from './appointment/create.operation';
import { createMany } from './appointment/createMany.operation';
import { deleteAppointment } from './appointment/delete.operation';
import { get } from './appointment/get.operation';
import { getAll } from './appointment/getAll.operation';
import { reschedule } from './appointment/reschedule.operation';
import { setStatus } from './appointment/setStatus.operation';
import { update } from './appointment/update.operation';
import { appointmentProfile } from './appointmentProfile';
import { appointmentTemplate } from './appointmentTemplate';
import { getAllAvailability } from './availability/getAll.operation';
import { blockedTime } from './blockedTime';
import { telehealthAppointment, telehealthEvent } from './telehealth';

export const resources: readonly Resource[] = [
	{
		value: 'appointment',
		name: 'Appointment',
		initial: getAll.value,
		operations: [
			cancel,
			create,
			createMany,
			deleteAppointment,
			get,
			getAll,
			reschedule,
			setStatus,
			update,
		],
	},
	{
		value: 'availability',
		name: 'Availability',
		initial: getAllAvailability.value,
		operations: [getAllAvailability],
	},
	blockedTime,
	appointmentProfile,
	appointmentTemplate,
	telehealthAppointment,
	telehealthEvent,
];
