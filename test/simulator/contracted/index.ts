import { fieldsOf, resourceFacts, type ResourceFacts } from '../../contract/facts';
import type { CollectionDefinition } from '../collection';
import { type FieldSet, initialValues } from '../fields';
import type { RowTest } from '../filters';
import type { Practice } from '../practice';
import { type CollectionResource, collectionRoutes, type Operation } from '../resourceRoutes';
import type { Call, Resource, Route } from '../route';
import { fieldSet } from './fields';
import { fileAddress, inputWithFiles } from './files';
import { contractTests, requireFilters } from './filters';

/** What a resource does in its own way, beside what the contract says of it. */
export interface Special extends Pick<
	CollectionResource,
	'input' | 'computed' | 'complete' | 'check' | 'archives' | 'writeOnly' | 'checkQuery'
> {
	/** Fields that are not quite what the contract says. */
	readonly fields?: FieldSet;
	readonly prepare?: CollectionDefinition['prepare'];
	/** Filters that are none of a field: the contract's meaning of them. */
	readonly filters?: Readonly<Record<string, (value: string, call: Call) => RowTest>>;
	/** Operations that `routes` has. */
	readonly without?: readonly Operation[];
	readonly routes?: readonly Route[];
	/** Fills the collection when somebody first looks at it. */
	readonly seed?: (practice: Practice) => void;
}

const VERBS: readonly Operation[] = ['list', 'create', 'get', 'replace', 'update', 'delete'];

const areaOf = (scope: string) => scope.replace(/:(?:read|write)$/, '');

/** The areas of the scopes that a resource needs. */
export const areasOf = ({ scopes }: ResourceFacts): string[] => [
	...new Set([...scopes.read, ...scopes.write].map(areaOf)),
];

/** A resource that behaves as the contract says, and where that is not enough in its own way. */
export function contracted(name: string, special: Special = {}): Resource {
	const facts = resourceFacts(name);
	const contractFields = fieldsOf(name);
	const fields = { ...fieldSet(contractFields), ...special.fields };
	const { seed, prepare, routes = [], filters: own = {}, without = [], ...rest } = special;
	const files = (facts.files ?? []).filter((file) => Object.hasOwn(fields, file));
	const plain = Object.fromEntries(
		Object.entries(facts.filters).filter(([filter]) => !Object.hasOwn(own, filter)),
	);
	const resource: CollectionResource = {
		path: `/api/${name}`,
		collection: name,
		scope: areasOf(facts),
		permission: facts.permissions,
		operations: VERBS.filter((verb) => facts.operations.includes(verb) && !without.includes(verb)),
		verboseOnly: Object.keys(contractFields).filter((field) => contractFields[field].verbose),
		filters: {},
		checkQuery: (call) => requireFilters(facts, call),
		listTests: (call) => [
			...contractTests(plain, call),
			...Object.entries(own).flatMap(([filter, test]) => {
				const value = call.query[filter];
				return value ? [test(value, call)] : [];
			}),
		],
		...(files.length > 0 && {
			input: inputWithFiles(files),
			computed: (row, call) =>
				Object.fromEntries(files.map((file) => [file, fileAddress(row[file], call)])),
		}),
		...rest,
		fields,
	};
	return {
		collections: [{ name, timestamps: true, defaults: initialValues(fields), prepare }],
		lazySeed: seed,
		routes: [...routes, ...collectionRoutes(resource)],
	};
}
