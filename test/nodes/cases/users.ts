import type { OperationCase } from './index';

const by = (name: string) => ({ [name]: '={{ { __rl: true, mode: "id", value: $json.id } }}' });
const two = [{ id: 1 }, { id: 2 }] as const;

const monday = {
	iso_weekday: 'Monday',
	enabled: true,
	work_hours: { values: [{ start_time: '08:00:00', end_time: '12:00:00', enabled: true }] },
};

/** A change of the schedules 1 and 2 of doctors or offices. */
const schedules = (owner: string): OperationCase => ({
	parameters: {
		...by(`${owner}WorkScheduleId`),
		updateFields: { work_days: { values: [monday] } },
	},
	items: two,
	prepare: ({ simulator: { store } }) => {
		for (const id of [1, 2]) store.collection(`${owner}_work_schedule`).insert({ id });
	},
});

export const usersCases: Record<string, OperationCase> = {
	'doctorWorkSchedule.update': schedules('doctor'),
	'officeWorkSchedule.update': schedules('office'),
	'user.getCurrent': { parameters: {} },
	'user.get': { parameters: by('userId'), items: two },
	'user.getAll': { parameters: { limit: 1 } },
	'doctor.get': { parameters: by('doctorId'), items: two },
	'doctor.getAll': { parameters: { limit: 1 } },
	'office.get': { parameters: by('officeId'), items: two },
	'office.getAll': { parameters: { limit: 1 } },
};
