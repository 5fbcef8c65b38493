import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { textOf } from '../messages/words';
import type { DrChronoClient } from '../transport/client';
import { clock } from '../transport/clock';

/** DrChrono keeps what it prepared for an hour; who waits longer than this waits for nothing. */
const PATIENCE_MS = 15 * 60_000;
/** Each look costs a request of the hour's 500, so the waits grow to this. */
const LONGEST_WAIT_MS = 20_000;
const FIRST_WAIT_MS = 1_000;

interface Context {
	readonly api: DrChronoClient;
	readonly node: IExecuteFunctions;
	readonly itemIndex: number;
}

/**
 * The records of an asynchronous list: DrChrono is asked to prepare a page, then asked until it is there.
 * Each page has to be asked for anew, as it is wanted.
 * @param target such as `/api/clinical_note_field_values_list`
 * @param query the filters, `page_size` and `order_by`
 * @throws NodeOperationError if DrChrono gives up or does not get ready within 15 minutes
 */
export async function* asyncList(
	context: Context,
	target: string,
	query: IDataObject,
): AsyncGenerator<IDataObject> {
	for (let page = 1, pages = 1; page <= pages; page++) {
		const { uuid } = await context.api.post(target, undefined, { ...query, page });
		const answer = await prepared(context, target, textOf(uuid));
		yield* (answer.results ?? []) as IDataObject[];
		pages = Number((answer.pagination as IDataObject | undefined)?.pages ?? 1);
	}
}

async function prepared(
	{ api, node, itemIndex }: Context,
	target: string,
	uuid: string,
): Promise<IDataObject> {
	let waitedMs = 0;
	for (let ms = FIRST_WAIT_MS; waitedMs < PATIENCE_MS; ms = Math.min(ms * 2, LONGEST_WAIT_MS)) {
		await clock.sleep(ms, node.getExecutionCancelSignal());
		waitedMs += ms;
		const answer = await api.get(target, { uuid });
		if (answer.status === 'Complete') return answer;
		if (answer.status !== 'In progress') break;
	}
	throw new NodeOperationError(
		node.getNode(),
		`DrChrono did not get the export ready [item ${itemIndex}]`,
		{
			itemIndex,
			description:
				'Nothing was changed. Narrow the filters, for example with Changed Since, or use Get Many, which reads page by page.',
		},
	);
}
