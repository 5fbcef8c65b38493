import type { IDataObject } from 'n8n-workflow';
import { withoutBlanks } from '../../shared/input/blanks';
import { today } from '../../shared/input/dates';
import { addNames, eachWithNames } from '../../shared/operation/names';
import { defineOperation, property } from '../../shared/operation/operation';
import { officeTimeZone, listOptions, verboseQuery } from '../../shared/operation/options';
import { pageSize, pagingProperties, take, wanted } from '../../shared/operation/paging';
import type { DrChronoClient } from '../../shared/transport/client';
import { appointmentFilters, appointmentSimplified } from './fields';
import { periodProperties, periodQueries } from './period';
import { appointmentOutput, verboseAppointment } from './record';
import { once } from '../../shared/transport/once';

export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many appointments',
	description: 'List the appointments of a day, of a range of days, or those changed since a time',
	simplified: appointmentSimplified,
	properties: [
		...periodProperties,
		...pagingProperties,
		property({
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: appointmentFilters,
		}),
		...appointmentOutput,
		listOptions(addNames, officeTimeZone, verboseAppointment),
	],
	execute: (context) => {
		const { api, params, timeZone } = context;
		const count = wanted(params);
		const query = {
			...withoutBlanks(params.filters),
			...verboseQuery(params.options),
			page_size: pageSize(count),
		};
		const periods = periodQueries(params, today(timeZone));
		const found = take(count, once(readAll(api, periods, query)));
		return eachWithNames(context, found);
	},
});

/** Period after period, each to its last page; asks for nothing that nobody takes. */
async function* readAll(
	api: DrChronoClient,
	periods: Iterable<IDataObject>,
	query: IDataObject,
): AsyncGenerator<IDataObject> {
	for (const period of periods) yield* api.list('/api/appointments', { ...period, ...query });
}
