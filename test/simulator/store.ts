import { Collection, type CollectionDefinition, type RowChange } from './collection';
import type { Clock } from './clock';
import type { Doubts } from './doubts';
import { wallClock } from './time';

/** How the practice has set up its account. */
export interface PracticeSettings {
	/** Refuse a patient whose name, birth date and gender are already known. */
	duplicateCheck: boolean;
	/** How long a new document has no address for its file yet, in ms [spec]. */
	filePreparation: number;
	/** IANA zone of the practice: API timestamps are its wall clock, without a zone [doc]. */
	timezone: string;
}

export type ChangeListener = (change: RowChange) => void;

const LATER = 2_500;

/** Everything that the practice has on record: one collection per resource. */
export class Store {
	readonly settings: PracticeSettings = {
		duplicateCheck: true,
		filePreparation: 0,
		timezone: 'America/New_York',
	};

	private readonly collections: ReadonlyMap<string, Collection>;

	private readonly listeners = new Set<ChangeListener>();

	/** The practice's wall clock. */
	readonly timestamp: () => string;

	constructor(
		definitions: readonly CollectionDefinition[],
		clock: Clock,
		/** How the practice's DrChrono behaves where nobody knows it. */
		readonly doubts: Doubts,
	) {
		this.timestamp = () => wallClock(clock.now(), this.settings.timezone);
		const environment = {
			timestamp: this.timestamp,
			changed: (change: RowChange) => this.listeners.forEach((listener) => listener(change)),
		};
		this.collections = new Map(
			definitions.map((definition) => [definition.name, new Collection(definition, environment)]),
		);
	}

	/** How long a new file has no address, in ms. */
	get filePreparation(): number {
		const { filePreparation } = this.settings;
		return this.doubts.newFiles === 'later' ? Math.max(filePreparation, LATER) : filePreparation;
	}

	/** What fills a collection that nobody has looked at yet. */
	private readonly pending = new Map<string, () => void>();

	/** Fills a collection when somebody first asks for it: what no test looks at costs nothing. */
	fillLater(name: string, fill: () => void): void {
		this.pending.set(name, fill);
	}

	get names(): readonly string[] {
		return [...this.collections.keys()];
	}

	/** @throws {Error} if no resource has a collection of this name */
	collection(name: string): Collection {
		const fill = this.pending.get(name);
		this.pending.delete(name);
		fill?.();
		const collection = this.collections.get(name);
		if (!collection) throw new Error(`The simulator has no collection "${name}"`);
		return collection;
	}

	get patients(): Collection {
		return this.collection('patients');
	}

	get doctors(): Collection {
		return this.collection('doctors');
	}

	get users(): Collection {
		return this.collection('users');
	}

	get offices(): Collection {
		return this.collection('offices');
	}

	/** Tells of every write from now on, for webhooks. @returns a function that ends it */
	subscribe(listener: ChangeListener): () => void {
		this.listeners.add(listener);
		return () => {
			this.listeners.delete(listener);
		};
	}
}
