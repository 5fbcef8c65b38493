import type { Json, JsonObject } from './json';

export type RowId = number | string;

/** A record as the store keeps it. Rows are never changed, only replaced. */
export interface Row extends JsonObject {
	readonly id: RowId;
}

export interface RowChange {
	readonly collection: string;
	readonly kind: 'insert' | 'update' | 'remove';
	readonly row: Row;
}

export interface CollectionDefinition {
	readonly name: string;
	/** Values of the fields that a new row leaves out. */
	readonly defaults?: JsonObject;
	/** Lookups by something other than the id; a row without a key is not in the index. */
	readonly indexes?: Readonly<Record<string, (row: JsonObject) => string | undefined>>;
	/** Keep `created_at` and `updated_at`. */
	readonly timestamps?: boolean;
	/** Completes a new row with what the server makes up (a chart id, say). */
	prepare?(fields: JsonObject, collection: Collection): JsonObject;
}

export interface CollectionEnvironment {
	/** The practice's wall clock. */
	timestamp(): string;
	changed(change: RowChange): void;
}

interface Entry {
	readonly sequence: number;
	readonly row: Row;
}

/** Where a page begins: at the rows after, or before (then in reverse), this sequence number. */
export interface Position {
	readonly direction: 'after' | 'before';
	readonly sequence: number;
}

/** Records of one kind in the order of their creation, which is the order of ids. */
export class Collection {
	private readonly order: Entry[] = [];

	private readonly byId = new Map<string, Entry>();

	private readonly indexed = new Map<string, Map<string, Set<string>>>();

	/** Rows as they were when the list was last read, for those written since. */
	private readonly sinceListed = new Map<string, Entry | undefined>();

	private lastSequence = 0;

	constructor(
		private readonly definition: CollectionDefinition,
		private readonly environment: CollectionEnvironment,
	) {
		Object.keys(definition.indexes ?? {}).forEach((name) => this.indexed.set(name, new Map()));
	}

	get size(): number {
		return this.order.length;
	}

	get(id: RowId): Row | undefined {
		const entry = this.byId.get(String(id));
		return entry && this.whole(entry.row);
	}

	all(): Row[] {
		return this.order.map(({ row }) => this.whole(row));
	}

	/** Rows whose index key is `key`, archived ones included. */
	find(index: string, key: string): Row[] {
		const ids = this.indexed.get(index)?.get(key) ?? [];
		return [...ids].flatMap((id) => this.get(id) ?? []);
	}

	insert(fields: JsonObject): Row {
		const prepared = this.definition.prepare?.(fields, this) ?? fields;
		const stamps = Object.fromEntries(
			Object.entries(this.stamps('created_at', 'updated_at')).filter(([name]) => !prepared[name]),
		);
		const id = this.idOf(prepared);
		this.remember(String(id));
		const row = this.whole({ ...prepared, ...stamps, id });
		this.place({ sequence: this.lastSequence + 1, row });
		return this.report('insert', row);
	}

	/**
	 * A row that has always been there, complete but for fields with a default, which it does not
	 * store: a hundred thousand of them stay small. It must hold every field that is filtered by.
	 */
	seed(fields: JsonObject): void {
		this.place({ sequence: this.lastSequence + 1, row: { ...fields, id: this.idOf(fields) } });
	}

	/** @throws {Error} if there is no such row */
	update(id: RowId, changes: JsonObject): Row {
		const entry = this.entry(id);
		const stamp = this.stamps('updated_at');
		const row = this.whole({ ...entry.row, ...stamp, ...changes, id: entry.row.id });
		this.remember(String(id));
		this.unindex(entry.row);
		this.place({ sequence: entry.sequence, row });
		return this.report('update', row);
	}

	/** Hides a row from lists but keeps it. */
	archive(id: RowId): Row {
		return this.update(id, { archived: true });
	}

	/** @throws {Error} if there is no such row */
	remove(id: RowId): Row {
		const entry = this.entry(id);
		this.remember(String(id));
		this.unindex(entry.row);
		this.byId.delete(String(id));
		this.order.splice(this.slot(entry.sequence), 1);
		return this.report('remove', this.whole(entry.row));
	}

	/** A row with the defaults of the fields that it leaves out. */
	whole(row: Row): Row {
		return { ...this.definition.defaults, ...row };
	}

	/** Rows beyond a position with their sequence numbers, possibly without their defaults. */
	*scan(from: Position): Generator<Entry> {
		const step = from.direction === 'after' ? 1 : -1;
		const start =
			from.direction === 'after' ? this.slot(from.sequence + 1) : this.slot(from.sequence) - 1;
		for (let index = start; index >= 0 && index < this.order.length; index += step) {
			yield this.order[index];
		}
	}

	/** The rows from the beginning as they were when the list was last read [doc: lists lag]. */
	*scanStale(): Generator<Entry> {
		const gone = [...this.sinceListed.values()]
			.flatMap((entry) => entry ?? [])
			.filter(({ row }) => !this.byId.has(String(row.id)));
		const present = this.order.flatMap((entry) => {
			const id = String(entry.row.id);
			return this.sinceListed.has(id) ? (this.sinceListed.get(id) ?? []) : entry;
		});
		yield* [...present, ...gone].sort((a, b) => a.sequence - b.sequence);
	}

	/** Whether something was written that no reader of the list has seen. */
	get changedSinceListed(): boolean {
		return this.sinceListed.size > 0;
	}

	/** Notes that somebody has now seen the list as it is. */
	listed(): void {
		this.sinceListed.clear();
	}

	private idOf({ id }: JsonObject): RowId {
		return typeof id === 'number' || typeof id === 'string' ? id : this.lastSequence + 1;
	}

	/** The time now in these fields, if the collection keeps times. */
	private stamps(...fields: string[]): JsonObject {
		if (!this.definition.timestamps) return {};
		const now = this.environment.timestamp();
		return Object.fromEntries(fields.map((field) => [field, now]));
	}

	private entry(id: RowId): Entry {
		const entry = this.byId.get(String(id));
		if (!entry) throw new Error(`${this.definition.name} has no ${id}`);
		return entry;
	}

	/** Index in `order` of the first entry whose sequence is not below `sequence`. */
	private slot(sequence: number): number {
		let low = 0;
		let high = this.order.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.order[middle].sequence < sequence) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	private place(entry: Entry): void {
		const slot = this.slot(entry.sequence);
		const replaced = this.order[slot]?.sequence === entry.sequence ? 1 : 0;
		if (slot === this.order.length) this.order.push(entry);
		else this.order.splice(slot, replaced, entry);
		this.byId.set(String(entry.row.id), entry);
		this.lastSequence = Math.max(this.lastSequence, entry.sequence);
		for (const { index, key } of this.indexKeys(entry.row)) {
			const ids = index.get(key) ?? new Set();
			index.set(key, ids.add(String(entry.row.id)));
		}
	}

	private unindex(row: Row): void {
		for (const { index, key } of this.indexKeys(row)) {
			const ids = index.get(key);
			ids?.delete(String(row.id));
			if (ids?.size === 0) index.delete(key);
		}
	}

	private indexKeys(row: Row): { index: Map<string, Set<string>>; key: string }[] {
		return Object.entries(this.definition.indexes ?? {}).flatMap(([name, keyOf]) => {
			const index = this.indexed.get(name);
			const key = keyOf(row);
			return index && key !== undefined ? [{ index, key }] : [];
		});
	}

	private remember(id: string): void {
		if (!this.sinceListed.has(id)) this.sinceListed.set(id, this.byId.get(id));
	}

	private report(kind: RowChange['kind'], row: Row): Row {
		this.environment.changed({ collection: this.definition.name, kind, row });
		return row;
	}
}

/** A text field of a row, '' where the row has none. */
export function text(row: JsonObject, field: string): string {
	const value: Json | undefined = row[field];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
