import { connections } from './connections';
import { lists } from './lists';
import { records } from './records';
import { writes } from './writes';

/**
 * A question about DrChrono that nobody without an account can settle. The answers are a switch of the
 * simulator: the first is what it does unless told otherwise, the others are the awkward sides.
 */
export interface Doubt {
	/** Ends with a question mark. */
	readonly question: string;
	/** Value of the switch: what the simulator then does. */
	readonly answers: Readonly<Record<string, string>>;
}

/** Every switch. A new one is a line in one of the files beside, and a test that turns it on. */
export const DOUBTS = { ...lists, ...records, ...writes, ...connections } as const;

type Register = typeof DOUBTS;

export type DoubtName = keyof Register;

/** The position of every switch; it may be changed at any time. */
export type Doubts = { -readonly [N in DoubtName]: keyof Register[N]['answers'] };

const NAMES = Object.keys(DOUBTS).filter(isDoubtName);

function isDoubtName(name: string): name is DoubtName {
	return Object.hasOwn(DOUBTS, name);
}

const answersOf = (name: DoubtName): string[] => Object.keys(DOUBTS[name].answers);

/** How many rounds it takes until every answer of every switch has had its turn. */
export const ROUNDS = Math.max(...NAMES.map((name) => answersOf(name).length));

/**
 * All switches in one position.
 * @param round 0 is what the simulator does unless told otherwise; 1 and above are the awkward sides:
 * a switch with fewer answers than that stays at its last
 */
export function positions(round: number): Doubts {
	const pairs = NAMES.map((name) => {
		const answers = answersOf(name);
		return [name, answers[Math.min(round, answers.length - 1)]];
	});
	return Object.fromEntries(pairs) as Doubts;
}

/** @throws {Error} for a switch or an answer that is not in the register, naming those that are */
export function parseDoubts(given: Readonly<Record<string, string>>): Partial<Doubts> {
	for (const [name, answer] of Object.entries(given)) {
		if (!isDoubtName(name)) {
			throw new Error(`There is no switch "${name}", but ${NAMES.join(', ')}`);
		}
		const answers = answersOf(name);
		if (!answers.includes(answer)) {
			throw new Error(`The switch "${name}" has no "${answer}", but ${answers.join(', ')}`);
		}
	}
	return given;
}

/** The register for people: every switch, its question, and its answers, the usual one first. */
export function doubtsInWords(): string {
	return NAMES.map((name) => {
		const { question, answers }: Doubt = DOUBTS[name];
		const lines = Object.entries(answers).map(([answer, words]) => `      ${answer}: ${words}`);
		return [`  ${name}  ${question}`, ...lines].join('\n');
	}).join('\n');
}
