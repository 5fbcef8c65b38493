import type { Random } from './random';

/** Somebody, as the office knows them: two people differ in a letter of a name or in the day of birth. */
export interface Person {
	readonly first: string;
	readonly last: string;
	/** `1980-05-03` */
	readonly born: string;
	readonly gender: string;
}

const FIRST = [
	...['Ada', 'Ana', 'Ann', 'Bea', 'Chloé', 'Dora', 'Élodie', 'Finn', 'François', 'Göran', 'Ida'],
	...['Jane', 'José', 'Jürgen', 'Lê', 'Máire', 'Mary Ann', 'Nuñez', 'Ólafur', 'Siân', 'Zoë'],
	...['Jean-Luc', 'Anne-Marie', 'D’Andre', 'Ke’ala', 'María José', 'Ngọc', 'Şebnem', 'Łukasz'],
];
const LAST = [
	...['Placeholder', 'García', 'Example', 'Müller', 'O’Brien', 'D’Angelo', 'Smith-Jones', 'Ørsted'],
	...['Dvořák', 'Nguyễn', 'Van der Berg', 'De la Cruz', 'Sample', 'Tester', 'Ñandú', 'Šimić'],
	...['Saint-Exupéry', 'O’Neil-Ortiz', 'Ångström', 'Yılmaz', 'Weiß'],
];
const ENDINGS = ['', 'a', 'e', 'en', 'ic', 'o', 's', 'sen', 'son', 'y'];
const GENDERS = ['Female', 'Male', 'Other', 'UNK', 'ASKU'];

const pad = (number: number, length = 2) => String(number).padStart(length, '0');

/** So many different people, many of whom share a name or the day of their birth with others. */
export function people(count: number, random: Random): Person[] {
	const all = new Map<string, Person>();
	while (all.size < count) {
		const [first, last] = [random.one(FIRST), `${random.one(LAST)}${random.one(ENDINGS)}`];
		const born = `${1930 + random.below(90)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`;
		const gender = random.one(GENDERS);
		all.set([first, last, born].join('|'), { first, last, born, gender });
		// A twin, and somebody of the same name.
		if (random.chance(0.1)) {
			const twin = `${first} ${random.one(FIRST)}`;
			all.set([twin, last, born].join('|'), { first: twin, last, born, gender });
			const other = `${Number(born.slice(0, 4)) - 10}${born.slice(4)}`;
			all.set([first, last, other].join('|'), { first, last, born: other, gender });
		}
	}
	return [...all.values()].slice(0, count);
}

const NOWHERE = ['\u200B', '\u200D', '\uFEFF', '\u00AD', '\u2060'];

/** A name as one of many keyboards, files and people write it. */
export function spelled(name: string, random: Random): string {
	const form = random.one(['NFC', 'NFD'] as const);
	const inCase = random.one([
		(text: string) => text,
		(text: string) => text.toLowerCase(),
		(text: string) => text.toUpperCase(),
	]);
	const written = Array.from(inCase(name)).map((letter) => {
		if (letter === '’') return random.one(['’', "'", '‘', '´', 'ʼ', '`', '′']);
		if (letter === '-') return random.one(['-', '\u2010', '\u2011', '\u2013', '\u2212']);
		if (letter === ' ') return random.one([' ', '\u00A0', '  ', '\u2009', '\t', '\u202F']);
		return random.chance(0.03) ? `${letter}${random.one(NOWHERE)}` : letter;
	});
	const around = () => random.one(['', '', '', ' ', '\u00A0', '\t', '\u200B', '\uFEFF', '\n']);
	return `${around()}${written.join('').normalize(form)}${around()}`;
}

/** A day of birth as tables, forms and databases give it. */
export function dated(born: string, random: Random): string | Date {
	return random.one([
		(): string => born,
		() => ` ${born} `,
		() => `${born}T00:00:00`,
		() => `${born} 00:00`,
		() => `${born}T00:00:00.000Z`,
		() => `${born}T13:40:00-05:00`,
		() => new Date(born),
	])();
}

const NOTHING = `(?:\\s|${NOWHERE.join('|')})+`;

/** A name as it is to be stored: as somebody wrote it, without what is around it. */
export const unwrapped = (text: string): string =>
	text.replace(new RegExp(`^${NOTHING}|${NOTHING}$`, 'g'), '');
