import type { IDataObject } from 'n8n-workflow';
import { defineOperation } from '../../shared/operation/operation';
import { listOptions } from '../../shared/operation/options';
import { pagingProperties, take, wanted } from '../../shared/operation/paging';
import type { DrChronoClient } from '../../shared/transport/client';
import { itemOf, pageOf } from '../../shared/transport/answer';
import { addressOf, addressProperties } from './parameters';
import type { ApiAddress } from './path';

export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many from any path',
	description: 'GET: read a list, one item per record, page by page',
	properties: [...addressProperties, ...pagingProperties, listOptions()],
	execute: ({ api, params }) => take(wanted(params), recordsAt(api, addressOf(params))),
});

/** The records of a list; of a path that answers with one record, that one. */
async function* recordsAt(api: DrChronoClient, address: ApiAddress): AsyncGenerator<IDataObject> {
	const answer = await api.request({ method: 'GET', ...address });
	const page = pageOf(answer);
	yield* (page?.records ?? [answer]).map(itemOf);
	if (page?.next !== undefined) yield* api.list(page.next);
}
