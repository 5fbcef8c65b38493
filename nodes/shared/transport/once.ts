import type { IDataObject } from 'n8n-workflow';
import { textOf } from '../messages/words';

/**
 * The records of a list that moves while it is read, so that some come twice: each once, as it came
 * first. A record without an ID is always given.
 */
export async function* once(records: AsyncIterable<IDataObject>): AsyncGenerator<IDataObject> {
	const seen = new Set<string>();
	for await (const record of records) {
		const id = textOf(record.id);
		if (id !== '' && seen.has(id)) continue;
		seen.add(id);
		yield record;
	}
}
