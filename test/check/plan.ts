/** What to run for some files, as arguments of the tools. Paths are those of the project. */
export interface Plan {
	readonly lint: readonly string[];
	readonly format: readonly string[];
	/** Sources whose tests Jest finds by what they import. */
	readonly sources: readonly string[];
	/** Tests of the built package: they import nothing of `nodes/`, so their names tell. */
	readonly tests: readonly string[];
	/** Node types, each of whose operations is run as the gate does. */
	readonly nodes: readonly string[];
}

/** What a room of `nodes/` is called in the names of its tests, where that is not its own name. */
const TESTS_OF_ROOM: Readonly<Partial<Record<string, string>>> = {
	PollingTrigger: 'triggers/polling',
	Trigger: 'triggers/webhook',
	'shared/locators': 'nodes/locators',
	'shared/transport': 'transport/',
};

/** Decides what to run after files have changed, of which some may be gone. */
export function planFor(
	changed: readonly string[],
	testFiles: readonly string[],
	exists: (file: string) => boolean,
): Plan {
	const there = changed.filter(exists);
	const rooms = unique(changed.map(roomOf).filter((room) => room !== ''));
	const starts = rooms.map((room) => `test/${TESTS_OF_ROOM[room] ?? `nodes/${lowerFirst(room)}`}`);
	return {
		lint: there.filter((file) => /\.(ts|js|mjs)$/.test(file)),
		format: there.filter((file) => /\.(ts|js|mjs|json|md|yml)$/.test(file)),
		sources: there.filter((file) => file.endsWith('.ts')),
		tests: testFiles.filter((file) => starts.some((start) => file.startsWith(start))),
		nodes: rooms.filter((room) => !room.startsWith('shared/')).map((room) => `drChrono${room}`),
	};
}

/** The folder of `nodes/` that a file or the cases of its operations belong to, or one in `shared`. */
function roomOf(file: string): string {
	const cases = /^test\/nodes\/cases\/(\w+)\.ts$/.exec(file)?.[1] ?? 'index';
	if (cases !== 'index') return cases.charAt(0).toUpperCase() + cases.slice(1);
	const [folder, room, within, ...rest] = file.split('/');
	if (folder !== 'nodes' || !within) return '';
	if (room !== 'shared') return room;
	return rest.length > 0 ? `shared/${within}` : '';
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
