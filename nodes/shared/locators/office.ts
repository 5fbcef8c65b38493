import { needed } from '../fields/kinds';
import { textOf } from '../messages/words';
import { property } from '../operation/operation';
import { recordLocator, type RecordList } from './record';

export const offices: RecordList = {
	target: '/api/offices',
	one: 'an office',
	method: 'searchOffices',
	title: ({ name, city }) => [name, city].map(textOf).filter(Boolean).join(' · '),
	eg: '130001',
	hint: 'DrChrono Users → Office → Get Many lists the IDs',
};

const office = recordLocator(offices, 'Office', {
	about: 'An office of your practice, found by name or city',
});

export const officeLocator = property({ ...needed(office), name: 'office' });

/** The same locator where an office may be left out: among filters and additional fields. */
export const optionalOfficeLocator = property({ ...office, name: 'office' });
