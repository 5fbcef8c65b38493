import { isDeepStrictEqual } from 'node:util';
import { compareTexts, type StoredParameter, type StoredType } from './stored';

/** What is new, in sentences that name it: nobody's saved workflow notices what is additive. */
export interface Comparison {
	readonly breaking: readonly string[];
	readonly additive: readonly string[];
}

/** What became of one parameter in one operation. */
interface Change {
	readonly path: string;
	readonly operation: string;
	readonly what: string;
	readonly breaking: boolean;
}

/** Types whose every stored value the other reads the same way. */
const READ_ALIKE: Readonly<Record<string, string>> = {
	options: 'string',
	dateTime: 'string',
	color: 'string',
	multiOptions: 'string[]',
};

/** How display options name the version of a node. */
const VERSION = '@version';

/** Compares what was stored once with what the package offers now. */
export function compareStored(
	before: readonly StoredType[],
	after: readonly StoredType[],
): Comparison {
	const known = new Set(before.map(({ name }) => name));
	const added = after.filter(({ name }) => !known.has(name)).map(({ name }) => `${name}: is new`);
	const compared = before.map((type) => {
		const now = after.find(({ name }) => name === type.name);
		if (!now) return { breaking: [`${type.name}: is gone`], additive: [] };
		return compareType(withResource(type, now), now);
	});
	return {
		breaking: compared.flatMap(({ breaking }) => breaking),
		additive: [...added, ...compared.flatMap(({ additive }) => additive)],
	};
}

/**
 * A workflow that was saved when a node had one resource and no selector for it gets the selector's
 * default: the operation `get` is then `document.get`.
 */
function withResource(before: StoredType, after: StoredType): StoredType {
	const isSelector = ({ path }: StoredParameter) => path === 'resource';
	const selector = after.parameters.find(isSelector);
	if (!selector || before.parameters.some(isSelector)) return before;
	const prefixed = (operation: string) => `${String(selector.default)}.${operation}`;
	return {
		...before,
		parameters: before.parameters.map((one) => ({ ...one, in: one.in.map(prefixed) })),
	};
}

function compareType(before: StoredType, after: StoredType): Comparison {
	const lists = (['versions', 'credentials', 'webhooks'] as const).flatMap((list) => [
		...without<unknown>(before[list], after[list]).map(
			(one) => [`${list} no longer has ${String(one)}`, true] as const,
		),
		...without<unknown>(after[list], before[list]).map(
			(one) => [`${list} also has ${String(one)}`, false] as const,
		),
	]);
	const [then, now] = [operationsOf(before), operationsOf(after)];
	const gone = without(then, now).map((one) => [`the operation ${one} is gone`, true] as const);
	const come = without(now, then).map((one) => [`the operation ${one} is new`, false] as const);
	const whole = [...lists, ...gone, ...come];
	const changes = [
		...lostOrChanged(ofVersions(before, after), after),
		...addedOrWidened(before, after),
	];
	const told = (breaking: boolean) =>
		[
			...whole.filter(([, breaks]) => breaks === breaking).map(([what]) => what),
			...sentences(changes.filter((change) => change.breaking === breaking)),
		].map((text) => `${after.name}: ${text}`);
	return { breaking: told(true), additive: told(false) };
}

/** What is saved has a version, by which a node that goes by it may tell it from what is new. */
function ofVersions(before: StoredType, after: StoredType): StoredType {
	if (!after.parameters.some(({ when }) => when && VERSION in when)) return before;
	const when = { [VERSION]: before.versions };
	const parameters = before.parameters.map((one) => ({ ...one, when: { ...when, ...one.when } }));
	return { ...before, parameters };
}

function operationsOf({ parameters }: StoredType): string[] {
	if (parameters.length === 0) return [''];
	return [...new Set(parameters.flatMap((parameter) => parameter.in))].sort(compareTexts);
}

/** What saved workflows may hold, looked up in what there is now. */
function lostOrChanged(before: StoredType, after: StoredType): Change[] {
	const changes = situations(before, after).flatMap(({ parameter, operation, when }): Change[] => {
		const { path } = parameter;
		const there = after.parameters.filter((now) => shares(now, path, operation));
		const shown = there.filter((now) => covers(now.when, when));
		if (shown.length === 0) {
			const what = there.length > 0 ? `is no longer shown${spoken(when)}` : 'is gone';
			return [{ path, operation, what, breaking: true }];
		}
		const [closest] = shown
			.map((now) => differences(parameter, now))
			.sort((a, b) => breaks(a) - breaks(b));
		return closest.map((difference) => ({ path, operation, ...difference }));
	});
	return withoutMembers(changes);
}

/** What there is now, looked up in what saved workflows may hold. */
function addedOrWidened(before: StoredType, after: StoredType): Change[] {
	const changes = situations(after, before).flatMap(({ parameter, operation, when }): Change[] => {
		const { path } = parameter;
		const there = before.parameters.filter((then) => shares(then, path, operation));
		if (there.some((then) => covers(then.when, when))) return [];
		if (there.length > 0) {
			return [{ path, operation, what: `is also shown${spoken(when)}`, breaking: false }];
		}
		const stops = !parameter.when && mustBeFilled(parameter);
		const what = stops ? 'is new and required, so what is saved stops to run' : 'is new';
		return [{ path, operation, what, breaking: stops }];
	});
	return withoutMembers(changes);
}

/** It is there in every workflow, and blank at first. */
function mustBeFilled(parameter: StoredParameter): boolean {
	if (!parameter.required || !('default' in parameter)) return false;
	const { default: initial } = parameter;
	const value =
		typeof initial === 'object' && initial && 'value' in initial ? initial.value : initial;
	return value === '' || isDeepStrictEqual(value, []);
}

interface Situation {
	readonly parameter: StoredParameter;
	readonly operation: string;
	/** One value for each parameter that decides whether this one is shown. */
	readonly when: Readonly<Record<string, readonly unknown[]>>;
}

/** Every case in which a parameter is shown, of the operations that both have. */
function situations(type: StoredType, other: StoredType): Situation[] {
	const common = new Set(operationsOf(other));
	return type.parameters.flatMap((parameter) =>
		parameter.in
			.filter((operation) => common.has(operation))
			.flatMap((operation) =>
				cases(parameter.when).map((when) => ({ parameter, operation, when })),
			),
	);
}

function cases(when: StoredParameter['when'] = {}): Situation['when'][] {
	return Object.entries(when).reduce<Situation['when'][]>(
		(all, [key, values]) =>
			key.startsWith('not ')
				? all.map((one) => ({ ...one, [key]: values }))
				: all.flatMap((one) => values.map((value) => ({ ...one, [key]: [value] }))),
		[{}],
	);
}

const shares = (parameter: StoredParameter, path: string, operation: string): boolean =>
	parameter.path === path && parameter.in.includes(operation);

/** Whether a parameter with these conditions is shown in the case. */
function covers(conditions: StoredParameter['when'] = {}, when: Situation['when']): boolean {
	return Object.entries(conditions).every(([key, values]) => {
		if (!key.startsWith('not ')) return key in when && without(when[key], values).length === 0;
		const shown = when[key.slice('not '.length)] as readonly unknown[] | undefined;
		if (shown) return without(shown, values).length === shown.length;
		return without(values, (when[key] as readonly unknown[] | undefined) ?? []).length === 0;
	});
}

type Difference = Pick<Change, 'what' | 'breaking'>;

function differences(then: StoredParameter, now: StoredParameter): Difference[] {
	return [
		...differencesOfType(then, now),
		...differencesOfDefault(then, now),
		...(now.type in READ_ALIKE || now.type === then.type ? differencesOfValues(then, now) : []),
		...listed('mode', then.modes, now.modes),
		...flag('required', then.required, now.required),
		...flag('without expressions', then.fixed, now.fixed),
	];
}

function differencesOfType(then: StoredParameter, now: StoredParameter): Difference[] {
	if (then.type === now.type) return [];
	const texts = then.values?.every((value) => typeof value === 'string') ?? true;
	// What is hidden keeps whatever is stored.
	// A choice that n8n loads takes any number, too.
	const isLoaded = then.type === 'number' && now.type === 'options' && now.values === undefined;
	const alike = now.type === 'hidden' || isLoaded || (texts && READ_ALIKE[then.type] === now.type);
	return [{ what: `is now ${now.type}, no longer ${then.type}`, breaking: !alike }];
}

function differencesOfDefault(then: StoredParameter, now: StoredParameter): Difference[] {
	if (now.type === 'hidden' || !('default' in then)) return [];
	if (isDeepStrictEqual(then.default, now.default)) return [];
	const [old, initial] = [then.default, now.default].map((one) => JSON.stringify(one));
	return [{ what: `begins with ${initial}, no longer with ${old}`, breaking: true }];
}

/**
 * A choice without values of its own, which n8n loads them for, takes any. Of the selectors, the
 * operations themselves are compared.
 */
function differencesOfValues(then: StoredParameter, now: StoredParameter): Difference[] {
	const selector = now.path === 'resource' || now.path === 'operation';
	return now.values && !selector ? listed('value', then.values, now.values) : [];
}

function listed(
	word: string,
	then: readonly unknown[] = [],
	now: readonly unknown[] = [],
): Difference[] {
	const texts = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).join(', ');
	const [gone, come] = [without(then, now), without(now, then)];
	return [
		...(gone.length > 0
			? [{ what: `no longer has the ${word} ${texts(gone)}`, breaking: true }]
			: []),
		...(come.length > 0 ? [{ what: `also has the ${word} ${texts(come)}`, breaking: false }] : []),
	];
}

function flag(word: string, then = false, now = false): Difference[] {
	if (then === now) return [];
	return [{ what: now ? `is now ${word}` : `is no longer ${word}`, breaking: now }];
}

const breaks = (all: readonly Difference[]): number =>
	all.filter(({ breaking }) => breaking).length;

/** Without what stands in something that itself is gone or new in that operation. */
function withoutMembers(changes: readonly Change[]): Change[] {
	const whole = new Set(
		changes
			.filter(({ what }) => /^is (gone|new)/.test(what))
			.map(({ path, operation }) => `${operation} ${path}`),
	);
	return changes.filter(({ path, operation }) => {
		const parts = path.split('.');
		return !parts.some(
			(_, index) => index > 0 && whole.has(`${operation} ${parts.slice(0, index).join('.')}`),
		);
	});
}

/** One sentence for what happened to a parameter alike in several operations. */
function sentences(changes: readonly Change[]): string[] {
	const operations = new Map<string, Set<string>>();
	for (const { path, operation, what } of changes) {
		const text = `${path} ${what}`;
		operations.set(text, (operations.get(text) ?? new Set()).add(operation));
	}
	return [...operations].map(([text, all]) => {
		const names = [...all].filter(Boolean).join(', ');
		return names ? `${text} (${names})` : text;
	});
}

function spoken(when: Situation['when']): string {
	const parts = Object.entries(when).map(([key, values]) => `${key} ${JSON.stringify(values)}`);
	return parts.length > 0 ? ` when ${parts.join(' and ')}` : ' in all cases';
}

function without<T>(list: readonly T[], other: readonly T[]): T[] {
	return list.filter((one) => !other.some((two) => isDeepStrictEqual(one, two)));
}
