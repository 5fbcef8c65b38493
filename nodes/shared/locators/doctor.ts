import { needed } from '../fields/kinds';
import { lastNameFirst, line } from './lookups';
import { property } from '../operation/operation';
import { recordLocator, type RecordList } from './record';

export const doctors: RecordList = {
	target: '/api/doctors',
	one: 'a doctor',
	method: 'searchDoctors',
	title: (doctor) => line(lastNameFirst(doctor), doctor.specialty),
	eg: '120001',
	hint: 'DrChrono Users → Doctor → Get Many lists the IDs',
};

const doctor = recordLocator(doctors, 'Doctor', {
	about: 'A doctor of your practice, found by name or specialty',
});

export const doctorLocator = property({ ...needed(doctor), name: 'doctor' });

/** The same locator where a doctor may be left out: among filters and additional fields. */
export const optionalDoctorLocator = property({ ...doctor, name: 'doctor' });
