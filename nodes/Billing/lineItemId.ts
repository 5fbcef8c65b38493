import { wholeNumber } from '../shared/fields/kinds';

/** A line item by its ID: there is no list of all of them to choose from. Said what for. */
export const lineItemId = (about: string) =>
	wholeNumber({ label: 'Line Item ID', least: 1, initial: 1, about });
