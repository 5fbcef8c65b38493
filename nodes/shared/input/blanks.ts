import type { IDataObject } from 'n8n-workflow';

/** A new record or a query without what the user left empty: DrChrono has nothing to clear there. */
export function withoutBlanks(record: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(record).filter(
			([, value]) => value !== '' && value !== null && value !== undefined,
		),
	);
}
