import type { Special } from '../../contracted';
import { billingSpecials } from './billing';
import { calendarSpecials } from './calendar';
import { clinicalSpecials } from './clinical';
import { formSpecials } from './forms';
import { labSpecials } from './labs';
import { messageSpecials } from './messages';
import { noteSpecials } from './notes';
import { offices } from './offices';
import { taskSpecials } from './tasks';

/** What resources do in their own way, by their names. */
export const specials: Readonly<Partial<Record<string, Special>>> = {
	...billingSpecials,
	...calendarSpecials,
	...clinicalSpecials,
	...formSpecials,
	...labSpecials,
	...messageSpecials,
	...noteSpecials,
	...taskSpecials,
	offices,
};
