import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { DrChronoClient } from '../../shared/transport/client';
import { clock } from '../../shared/transport/clock';
import { path } from '../../shared/transport/urls';
import { textOf } from '../../shared/messages/words';

/** DrChrono may take some seconds until a new document has an address for its file. */
const WAITS_MS: readonly number[] = [1_000, 2_000, 4_000, 8_000];

/**
 * The record with the address of its file, read again until it is there, for about 15 seconds. If it
 * is not there by then, or cannot be read, the record as it was last: the document exists all the same.
 */
export async function withFile(
	api: DrChronoClient,
	node: IExecuteFunctions,
	record: IDataObject,
): Promise<IDataObject> {
	const id = textOf(record.id);
	if (!id) return record;
	const target = path`/api/documents/${id}`;
	let latest = record;
	for (const ms of WAITS_MS) {
		if (hasFile(latest)) return latest;
		await clock.sleep(ms, node.getExecutionCancelSignal());
		const end = await api.settle({ method: 'GET', target });
		if ('failure' in end) return latest;
		latest = end.body as IDataObject;
	}
	return latest;
}

/** Whether DrChrono has given the file an address yet. */
export function hasFile({ document }: IDataObject): boolean {
	return typeof document === 'string' && document !== '';
}
