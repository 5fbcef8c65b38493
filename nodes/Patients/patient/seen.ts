import type { IDataObject } from 'n8n-workflow';
import { comparable } from '../../shared/input/text';
import { textOf } from '../../shared/messages/words';
import type { Memory } from '../../shared/operation/memory';
import type { Failure } from '../../shared/transport/retry';

/** A patient has at least one of these in common with whoever matches them. */
const KEYS = ['chart_id', 'date_of_birth', 'email'];

interface Lost {
	readonly patient: IDataObject;
	readonly failure: Failure;
}

/** The patients of a run, as it knows them better than DrChrono's lists, which may be some seconds old. */
export class SeenPatients {
	private readonly byId = new Map<string, IDataObject>();

	private readonly idsByKey = new Map<string, Set<string>>();

	/** Of whom nobody knows whether they were created, since the answer got lost. */
	readonly lost: Lost[] = [];

	/** Notes a patient whom this run has created or changed. */
	note(patient: IDataObject): void {
		const id = textOf(patient.id);
		this.byId.set(id, patient);
		for (const key of keysOf(patient)) {
			this.idsByKey.set(key, (this.idsByKey.get(key) ?? new Set()).add(id));
		}
	}

	/** Those who have something in common with a patient, by their IDs. */
	like(patient: IDataObject): Map<string, IDataObject> {
		const ids = keysOf(patient).flatMap((key) => [...(this.idsByKey.get(key) ?? [])]);
		return new Map(ids.flatMap((id) => [[id, this.byId.get(id) ?? {}] as const]));
	}
}

/** What a run of Create or Update remembers. */
export const seenPatients: Memory<SeenPatients> = { beginning: () => new SeenPatients() };

function keysOf(patient: IDataObject): string[] {
	return KEYS.map((name) => [name, comparable(patient[name])])
		.filter(([, value]) => value !== '')
		.map((key) => key.join(' '));
}
