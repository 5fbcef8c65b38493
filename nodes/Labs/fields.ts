import { ofChosen } from '../shared/locators/chosen';
import { doctors } from '../shared/locators/doctor';
import { labOrders } from '../shared/locators/lookups';
import { recordLocator } from '../shared/locators/record';
import type { Within } from '../shared/operation/crud';

/** A lab order, said what for. */
export const labOrder = (about: string) => recordLocator(labOrders, 'Lab Order', { about });

/** For what exists within an order only: the list shows what belongs to the order that is chosen first. */
export const withinOrder: Within = {
	fields: {
		lab_order: labOrder('What the list below shows belongs to it. With By ID none is needed.'),
	},
	query: ofChosen('lab_order', 'lab order', 'order'),
};

/** The doctor who ordered a test, as results call them; said what for. */
export const orderingDoctor = (about: string) =>
	recordLocator(doctors, 'Ordering Doctor', { about });
