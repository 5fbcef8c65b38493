import { choice, rows, text, yesNo } from '../shared/fields/kinds';
import { containing, listSearch, searchClient } from '../shared/locators/locator';
import { line } from '../shared/locators/lookups';
import { textOf, titleCase } from '../shared/messages/words';
import { crud } from '../shared/operation/crud';
import { getCurrent } from './getCurrent';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The hours of a week in which a doctor works, or an office is open; a beta of DrChrono’s. */
function workSchedule(owner: 'doctor' | 'office', current: string) {
	const path = `${owner}_work_schedule`;
	const title = (schedule: { [owner]?: unknown }) => line(titleCase(owner), schedule[owner]);
	return crud({
		path,
		one: `${owner} work schedule`,
		many: `${owner} work schedules`,
		initial: 'getCurrent',
		operations: {
			get: `Look up the working hours of one ${owner}`,
			update: `Change the working hours of one ${owner}. DrChrono calls this a beta.`,
		},
		fields: {
			work_days: rows(
				{
					enabled: yesNo({ initial: true, about: 'Whether there is work on this day' }),
					iso_weekday: choice(Object.fromEntries(WEEKDAYS.map((day) => [day, day])), {
						label: 'Weekday',
						initial: 'Monday',
						open: true,
					}),
					work_hours: rows(
						{
							enabled: yesNo({ initial: true, about: 'Whether these hours count' }),
							end_time: text({ label: 'To', eg: '17:00:00' }),
							start_time: text({ label: 'From', eg: '08:00:00' }),
						},
						{ row: 'Hours', about: 'Several where there is a break between' },
					),
				},
				{ row: 'Day', about: 'The days of the week. Name all: they may replace what is there.' },
			),
		},
		readOnly: ['id', 'doctor', 'office'],
		simplified: ['id', 'doctor', 'office', 'work_days'],
		title,
		search: listSearch(async (functions, filter) => {
			const schedule = await searchClient(functions).get(`/api/${path}`);
			return containing(
				{ results: [{ name: title(schedule), value: textOf(schedule.id) }] },
				filter,
			);
		}),
		eg: owner === 'doctor' ? '360001' : '370001',
		hint: 'Get Current shows the ID of your own',
		// DrChrono has no list of schedules: its path gives the one of the user who connected.
		more: (table) => [getCurrent(table, table.target, current)],
	});
}

export const doctorWorkSchedule = workSchedule(
	'doctor',
	'Look up the working hours of the doctor who connected',
);

export const officeWorkSchedule = workSchedule(
	'office',
	'Look up the hours of the primary office of the doctor who connected',
);
