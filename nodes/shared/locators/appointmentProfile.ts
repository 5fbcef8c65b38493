import { textOf } from '../messages/words';
import { property } from '../operation/operation';
import { recordLocator, type RecordList } from './record';

export const appointmentProfiles: RecordList = {
	target: '/api/appointment_profiles',
	one: 'a profile',
	method: 'searchAppointmentProfiles',
	title: ({ name, duration }) =>
		[textOf(name), textOf(duration) && `${textOf(duration)} min`].filter(Boolean).join(' · '),
	eg: '140001',
	hint: 'From List shows the profiles by name',
};

export const appointmentProfileLocator = property({
	...recordLocator(appointmentProfiles, 'Appointment Profile', {
		about:
			'A kind of appointment that the practice set up. It gives a new appointment its color, duration and reason where you leave them out.',
	}),
	name: 'profile',
});
