/** Properties as the literals that n8n's rules look for, and what stands in each of its lines. */
export interface Rendered {
	readonly source: string;
	/** What a line, counted from 1, is part of. */
	readonly at: (line: number) => Place;
}

/** A property, or a group of a fixed collection. */
export interface Place {
	/** Its name, with those of the collections around it. */
	readonly path: string;
	readonly property: Readonly<Record<string, unknown>>;
}

interface Line {
	readonly text: string;
	readonly place: Place;
}

/** Writes built properties the way that someone would who writes every one of them out. */
export function render(properties: readonly object[]): Rendered {
	const place = { path: '', property: {} };
	const lines = [
		{ text: `import type { INodeProperties } from 'n8n-workflow';`, place },
		...valueLines(properties, 'export const properties: INodeProperties[] = ', place),
	];
	return {
		source: `${lines.map(({ text }) => text).join('\n')};\n`,
		at: (line) => lines[line - 1].place,
	};
}

/** The lines of a value; the first begins with what is given. */
function valueLines(value: unknown, start: string, place: Place): Line[] {
	if (Array.isArray(value)) {
		const within = value.map((one: unknown) => valueLines(one, '', place));
		return between(start, '[', within, ']', place);
	}
	if (typeof value !== 'object' || value === null) {
		return [{ text: `${start}${literal(value)}`, place }];
	}
	const own = placeWithin(place, { ...value });
	const within = Object.entries(value)
		.filter(([, member]) => member !== undefined)
		.map(([key, member]) => valueLines(member, `${keyText(key)}: `, own));
	return between(start, '{', within, '}', own);
}

function between(
	start: string,
	open: string,
	parts: readonly Line[][],
	close: string,
	place: Place,
): Line[] {
	if (parts.length === 0) return [{ text: `${start}${open}${close}`, place }];
	const within = parts.flatMap((lines) =>
		lines.map(({ text, place: of }, index) => ({
			text: `\t${text}${index === lines.length - 1 ? ',' : ''}`,
			place: of,
		})),
	);
	return [{ text: `${start}${open}`, place }, ...within, { text: close, place }];
}

/** A property, or a group of a fixed collection, is a step of the path; an option is none. */
function placeWithin(place: Place, value: Readonly<Record<string, unknown>>): Place {
	if (!('displayName' in value && 'name' in value)) return place;
	return { path: [place.path, String(value.name)].filter(Boolean).join('.'), property: value };
}

const keyText = (key: string): string => (/^[a-z_$][\w$]*$/i.test(key) ? key : literal(key));

function literal(value: unknown): string {
	if (typeof value !== 'string') return JSON.stringify(value);
	const escaped = value.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n');
	return `'${escaped}'`;
}
