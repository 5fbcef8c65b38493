import type { IDataObject } from 'n8n-workflow';
import { withoutBlanks } from '../../shared/input/blanks';
import { today } from '../../shared/input/dates';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { requireUnlessFromList } from '../../shared/locators/locator';
import { optionalOfficeLocator } from '../../shared/locators/office';
import { defineOperation, property } from '../../shared/operation/operation';
import { officeTimeZone, optionsCollection } from '../../shared/operation/options';
import { pagingProperties, take, wanted } from '../../shared/operation/paging';
import type { DrChronoClient } from '../../shared/transport/client';
import { appointment } from '../appointment/fields';
import { dayProperties, periodQueries } from '../appointment/period';
import { readSlots } from './slots';

export const getAllAvailability = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many free slots',
	description: 'List the times at which an appointment can be booked',
	properties: [
		...dayProperties,
		property({ ...optionalOfficeLocator, description: 'Only free time in this office' }),
		property({ ...optionalDoctorLocator, description: 'Only free time of this doctor' }),
		property({
			...appointment.duration,
			typeOptions: { minValue: 1, numberPrecision: 0 },
			description: 'How long a slot must be free',
		}),
		...pagingProperties,
		optionsCollection(officeTimeZone),
	],
	execute: ({ api, params, timeZone, node, itemIndex }) => {
		[optionalOfficeLocator, optionalDoctorLocator].forEach((locator) =>
			requireUnlessFromList(node, itemIndex, locator),
		);
		const { office, doctor, duration: minutes } = params;
		const query = withoutBlanks({ office, doctor, duration: minutes });
		const periods = periodQueries(params, today(timeZone));
		return take(wanted(params), readAll(api, periods, query));
	},
});

async function* readAll(
	api: DrChronoClient,
	periods: Iterable<IDataObject>,
	query: IDataObject,
): AsyncGenerator<IDataObject> {
	for (const period of periods) yield* readSlots(api, { ...period, ...query });
}
