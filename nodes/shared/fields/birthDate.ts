import { mayBeBirthDate } from '../input/dates';
import { ParameterIssue } from '../input/parameters';
import { READ, type Read } from './field';
import { date, type About } from './kinds';

const ofSomebodyAlive: Read = (value, { displayName }) =>
	typeof value !== 'string' || mayBeBirthDate(value)
		? value
		: new ParameterIssue('is a date on which nobody who is alive was born. Check the year', [
				displayName,
			]);

/** A date of birth: a calendar date of the last 120 years. */
export const birthDate = (about: About = {}) =>
	({ ...date(about), [READ]: ofSomebodyAlive }) as const;
