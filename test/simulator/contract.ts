import { readFileSync } from 'node:fs';

import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { load } from 'js-yaml';

import { type Json, type JsonObject, isJsonArray, isJsonObject } from './json';

/** DrChrono's published OpenAPI, read for its schemas. */
export interface Contract {
	readonly ajv: Ajv;
	/** Names of a schema's properties, without those that only `verbose` shows. */
	properties(schemaName: string): string[];
	/** Names of the properties that only `verbose` shows. */
	verboseProperties(schemaName: string): string[];
}

const ROOT = 'openapi';

/**
 * Where reality is not what the OpenAPI says, by `schema.property`: the schema that holds instead.
 * Its generator calls every computed field a string.
 */
export const KNOWN_DIFFERENCES: Readonly<Record<string, JsonObject>> = {
	// A list of rooms, whose index an appointment names.
	'Office.exam_rooms': {
		type: 'array',
		items: {
			type: 'object',
			properties: {
				index: { type: 'integer' },
				name: { type: 'string' },
				online_scheduling: { type: 'boolean' },
			},
			required: ['index', 'name', 'online_scheduling'],
		},
	},
	// Computed flags and a map from permission to flag.
	'UserProfile.is_doctor': { type: 'boolean' },
	'UserProfile.is_staff': { type: 'boolean' },
	'UserProfile.permissions': { type: 'object', additionalProperties: { type: 'boolean' } },
	// The enum there is one list, ["string"]: an example that got into the wrong place.
	'Patient.preferred_pharmacies': { type: 'array', items: { type: 'string' } },
};

/** A property that reality may leave at null. References cannot be null: they stay as they are. */
function orNull(schema: Json): Json {
	return isJsonObject(schema) && !Object.hasOwn(schema, '$ref')
		? { anyOf: [closed(schema), { type: 'null' }] }
		: { anyOf: [schema, { type: 'null' }] };
}

/** A schema that allows null where there is no value, and no property that it does not name. */
function closed(schema: JsonObject): JsonObject {
	const { properties, items } = schema;
	return {
		...schema,
		...(isJsonObject(properties) && {
			properties: Object.fromEntries(
				Object.entries(properties).map(([name, property]) => [name, orNull(property)]),
			),
			additionalProperties: false,
		}),
		...(isJsonObject(items) && { items: closed(items) }),
	};
}

function corrected(name: string, schema: JsonObject): JsonObject {
	const properties = isJsonObject(schema.properties) ? schema.properties : {};
	const real = Object.entries(properties).map(([property, value]) => [
		property,
		KNOWN_DIFFERENCES[`${name}.${property}`] ?? value,
	]);
	return closed({ ...schema, properties: Object.fromEntries(real) });
}

const objectAt = (value: Json, ...path: string[]): JsonObject =>
	path.reduce<JsonObject>(
		(object, name) => {
			const next = object[name];
			return isJsonObject(next) ? next : {};
		},
		isJsonObject(value) ? value : {},
	);

/** Reads an OpenAPI file (YAML). */
export function loadContract(path: string): Contract {
	const document: Json = JSON.parse(JSON.stringify(load(readFileSync(path, 'utf8'))));
	const schemas = objectAt(document, 'components', 'schemas');
	const real = Object.entries(schemas).map(([name]) => [
		name,
		corrected(name, objectAt(schemas, name)),
	]);
	const ajv = new Ajv({ strict: false, allErrors: true });
	addFormats(ajv);
	ajv.addSchema({ $id: ROOT, components: { schemas: Object.fromEntries(real) } });
	const verboseProperties = (name: string) => {
		const names = objectAt(schemas, name)['x-verbose-required'];
		return isJsonArray(names) ? names.map(String) : [];
	};
	return {
		ajv,
		verboseProperties,
		properties: (name) => {
			const verbose = verboseProperties(name);
			const all = Object.keys(objectAt(schemas, name, 'properties'));
			return all.filter((property) => !verbose.includes(property));
		},
	};
}

const describeError = ({ instancePath, message, params }: ErrorObject) =>
	`${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`;

/** What is wrong with an object by a schema of the OpenAPI; nothing: an empty list. */
export function checkAgainstSchema(contract: Contract, schemaName: string, object: Json): string[] {
	const validate = contract.ajv.getSchema(`${ROOT}#/components/schemas/${schemaName}`);
	if (!validate) return [`The OpenAPI has no schema ${schemaName}`];
	void validate(object);
	return (validate.errors ?? []).map(describeError);
}
