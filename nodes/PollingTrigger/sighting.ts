import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { textOf } from '../shared/messages/words';
import type { Sighting } from './versions';
import type { Source } from './sources';
import { msOf } from './stamps';

const TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}/;

/** What of a record tells whether it has been dealt with. */
export function sightingOf(record: IDataObject, { id, origin }: Source): Sighting {
	const { updated_at } = record;
	const changedAt =
		typeof updated_at === 'string' && TIME.test(updated_at) && !Number.isNaN(msOf(updated_at))
			? updated_at.replace(' ', 'T')
			: undefined;
	return {
		id: id === '' ? digestOf(record) : textOf(record[id]),
		changedAt,
		digest: changedAt === undefined ? digestOf(record) : '',
		createdAt: origin.kind === 'time' ? textOf(record[origin.field]).replace(' ', 'T') : undefined,
	};
}

/** A digest of what the record says. Links to files are signed anew in every answer. */
function digestOf(record: IDataObject): string {
	const content = JSON.stringify(record, (_field, value: unknown) =>
		typeof value === 'string' && /^https?:\/\//.test(value) ? value.split('?')[0] : value,
	);
	return createHash('sha256').update(content).digest('base64url').slice(0, 16);
}
