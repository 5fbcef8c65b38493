import type { FieldTable } from '../../../shared/fields/field';
import {
	choice,
	choices,
	color,
	date,
	dateTime,
	longText,
	text,
	wholeNumber,
	yesNo,
} from '../../../shared/fields/kinds';
import { statuses, weekdays } from './choices';

/** What, how it looks on the calendar, and how it comes again. */
export const schedule = {
	allow_overlapping: yesNo({
		about: 'Whether to book the time even if the doctor or the room is taken then',
	}),
	appt_is_break: yesNo({
		label: 'Break',
		about: 'Whether to block the time on the calendar, without a patient',
	}),
	duration: wholeNumber({ label: 'Duration (Minutes)', initial: 30 }),
	scheduled_time: dateTime({
		hint: 'By the clock on the office’s wall',
		about:
			'When it begins, such as 2021-02-14T13:40. A time that has a zone of its own, such as $now, is converted to the Office Time Zone under Options.',
	}),
	status: choice(statuses, {
		about: 'For a status that your practice set up itself, switch to Expression and write its name',
		initial: 'Confirmed',
		open: true,
	}),
	cloned_from: wholeNumber({ about: 'The ID of the appointment that this one is a copy of' }),
	color: color({ about: 'How the appointment looks on the calendar' }),
	custom_status: text({
		eg: 'Waiting for Labs',
		about: 'The name of a status that your practice set up itself',
	}),
	notes: longText({ eg: 'Bring the insurance card' }),
	reason: text({ eg: 'Annual physical' }),
	recur_end_date: date({ about: 'The last day on which a recurring appointment can take place' }),
	recur_start_date: date({
		about: 'The first day on which a recurring appointment can take place',
	}),
	recurring_appointment: yesNo({
		about: 'Whether the appointment takes place again and again, on the Recurring Days',
	}),
	recurring_days: choices(weekdays, {
		about: 'The days of the week on which a recurring appointment takes place',
	}),
	recurs_every: wholeNumber({
		label: 'Recurs Every (Weeks)',
		about: 'With 2 a recurring appointment takes place every other week',
		initial: 1,
		least: 1,
	}),
	reminder_profile: text({
		eg: '170001',
		about:
			'The ID of a set of reminders that your practice made in DrChrono. Only for an appointment that has no reminders yet.',
	}),
	is_walk_in: yesNo({ label: 'Walk-In', about: 'Whether the patient came without an appointment' }),
} as const satisfies FieldTable;
