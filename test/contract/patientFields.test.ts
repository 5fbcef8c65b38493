import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { load } from 'js-yaml';
import { NodeHelpers, type INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import {
	dateOfBirth,
	firstName,
	gender,
	lastName,
	patientFieldNames,
	patientFields,
	patientFilters,
	patientSimplified,
	readOnlyPatientFields,
} from '../../nodes/Patients/patient/fields';

/** Files: see nodes/Patients/fields/care.ts and insurance.ts for why they are not declared. */
const PHOTOS = ['patient_photo', 'patient_photo_date', 'photo_back', 'photo_front'];

/** Free text in the contract, described there as two-letter abbreviations: ours is a list. */
const STATES_WITHOUT_ENUM = ['state', 'employer_state'];

const CONTRACT = join(__dirname, '../../../shared/drchrono-api/openapi-v4.yaml');

interface FieldSchema {
	type: 'string' | 'integer' | 'boolean' | 'object' | 'array';
	readOnly?: boolean;
	enum?: unknown[];
	properties?: Record<string, FieldSchema>;
	items?: FieldSchema;
}

const fieldSchema: z.ZodType<FieldSchema> = z.lazy(() =>
	z.object({
		type: z.enum(['string', 'integer', 'boolean', 'object', 'array']),
		readOnly: z.boolean().optional(),
		enum: z.array(z.unknown()).optional(),
		properties: z.record(fieldSchema).optional(),
		items: fieldSchema.optional(),
	}),
);

const contractSchema = z.object({
	components: z.object({
		schemas: z.object({ Patient: z.object({ properties: z.record(fieldSchema) }) }),
	}),
	paths: z.object({
		'/api/patients': z.object({
			get: z.object({ parameters: z.array(z.object({ name: z.string() })) }),
		}),
	}),
});

const topLevel = [firstName, lastName, gender];
const declared = [...topLevel, ...patientFields];

const valuesOf = (field: INodeProperties): unknown[] =>
	(field.options ?? []).flatMap((option) => ('value' in option ? [option.value] : []));

/** The declarations inside a nested field: of a collection, or of a fixed collection's `values`. */
const nestedIn = (field: INodeProperties): INodeProperties[] =>
	(field.options ?? []).flatMap((option) => {
		if ('values' in option) return option.name === 'values' ? option.values : [];
		return 'type' in option ? [option] : [];
	});

const withNested = (fields: INodeProperties[]): INodeProperties[] =>
	fields.flatMap((field) => [field, ...withNested(nestedIn(field))]);

const everyField = [...withNested(declared), ...patientFilters];

const byDisplayName = (a: string, b: string): number => a.localeCompare(b);

const namesOf = (fields: INodeProperties[]): string[] => fields.map((field) => field.name).sort();

/** n8n's types that the API writes as text. */
const SCALARS = new Map<string, string>([
	['options', 'string'],
	['dateTime', 'string'],
]);

const shapeOf = (field: INodeProperties): string => {
	const many = field.typeOptions?.multipleValues === true ? ' list' : '';
	const scalar = SCALARS.get(field.type) ?? field.type;
	return `${scalar}${many}`;
};

const SHAPES = { string: 'string', integer: 'number', boolean: 'boolean', object: 'collection' };

const expectedShape = (schema: FieldSchema): string => {
	if (schema.type !== 'array') return SHAPES[schema.type];
	if (schema.items?.type === 'object') return 'fixedCollection list';
	return schema.items?.type === 'integer' ? 'number list' : 'string list';
};

const writable = (properties: Record<string, FieldSchema>): string[] =>
	Object.keys(properties).filter((name) => properties[name].readOnly !== true);

const childrenOf = (schema: FieldSchema): Record<string, FieldSchema> | undefined =>
	schema.properties ?? schema.items?.properties;

interface Pair {
	path: string;
	field: INodeProperties;
	schema: FieldSchema;
}

/** Every declaration beside its schema, nested ones included. */
const pairs = (
	fields: INodeProperties[],
	properties: Partial<Record<string, FieldSchema>>,
	prefix = '',
): Pair[] =>
	fields.flatMap((field) => {
		const schema = properties[field.name];
		if (schema === undefined) return [];
		const path = `${prefix}${field.name}`;
		return [
			{ path, field, schema },
			...pairs(nestedIn(field), childrenOf(schema) ?? {}, `${path}.`),
		];
	});

describe('the declarations of a patient', () => {
	test.each([
		['patientFields', patientFields],
		['patientFilters', patientFilters],
		...withNested(declared).flatMap((field): Array<[string, INodeProperties[]]> => {
			const nested = nestedIn(field);
			return nested.length > 0 ? [[field.name, nested]] : [];
		}),
	])('%s are sorted by display name and have unique names', (_name, fields) => {
		const displayNames = fields.map((field) => field.displayName);
		expect(displayNames).toEqual([...displayNames].sort(byDisplayName));
		expect(new Set(displayNames).size).toBe(fields.length);
		expect(new Set(namesOf(fields)).size).toBe(fields.length);
	});

	test('list choices by name, Not Set before all others, none twice', () => {
		for (const field of everyField.filter(({ type }) => type === 'options')) {
			const names = (field.options ?? []).map((option) => option.name);
			const others = names.filter((name) => name !== 'Not Set');
			expect(others).toEqual([...others].sort(byDisplayName));
			expect(names.indexOf('Not Set')).toBeLessThanOrEqual(0);
			expect(new Set(names).size).toBe(names.length);
			expect(new Set(valuesOf(field)).size).toBe(names.length);
		}
	});

	test('take dates without a time, but for Changed Since', () => {
		for (const field of everyField) {
			const isDate = /(^|_)date(_|$)|^created_at$/.test(field.name);
			if (isDate) expect([field.name, field.type]).toEqual([field.name, 'dateTime']);
			if (field.type === 'dateTime' && field.name !== 'since')
				expect([field.name, field.typeOptions?.dateOnly]).toEqual([field.name, true]);
		}
	});

	test('send only the insurance fields the user added, so that others stay', () => {
		const updateFields: INodeProperties = {
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			default: {},
			options: patientFields,
		};
		const set = { primary_insurance: { insurance_company: 'Example Health' } };
		expect(
			NodeHelpers.getNodeParameters([updateFields], { updateFields: set }, true, false, null, null),
		).toEqual({ updateFields: set });
	});

	test('name each field once, and at most ten for the Simplified output', () => {
		expect(new Set(patientFieldNames).size).toBe(patientFieldNames.length);
		expect(patientFields).toContain(dateOfBirth);
		expect(patientSimplified.length).toBeLessThanOrEqual(10);
		const known = [...patientFieldNames, ...readOnlyPatientFields];
		expect(known).toEqual(expect.arrayContaining(patientSimplified));
	});
});

if (existsSync(CONTRACT)) {
	const contract = contractSchema.parse(load(readFileSync(CONTRACT, 'utf8')));
	const { properties } = contract.components.schemas.Patient;
	const all = pairs(declared, properties);

	describe('compared with the Patient schema of the DrChrono OpenAPI', () => {
		test('every writable field is declared, and nothing else', () => {
			const expected = writable(properties).filter((name) => !PHOTOS.includes(name));
			expect([...namesOf(declared), 'doctor'].sort()).toEqual(expected.sort());
			expect([...patientFieldNames].sort()).toEqual(writable(properties).sort());
		});

		test('the read-only fields are those the schema marks readOnly', () => {
			const expected = Object.keys(properties).filter((name) => properties[name].readOnly);
			expect([...readOnlyPatientFields].sort()).toEqual(expected.sort());
		});

		test('every writable field of a nested object is declared, and nothing else', () => {
			const nested = all.filter(({ schema }) => childrenOf(schema) !== undefined);
			expect(nested).toHaveLength(9);
			for (const { path, field, schema } of nested) {
				const expected = writable(childrenOf(schema) ?? {}).filter(
					(name) => !PHOTOS.includes(name),
				);
				expect([path, namesOf(nestedIn(field))]).toEqual([path, expected.sort()]);
			}
		});

		test('types match', () => {
			for (const { path, field, schema } of all)
				expect([path, shapeOf(field)]).toEqual([path, expectedShape(schema)]);
		});

		test('choices are the values of the enum, and only fields with an enum have choices', () => {
			const scalars = all.filter(
				({ schema, field }) =>
					schema.type === 'string' && !STATES_WITHOUT_ENUM.includes(field.name),
			);
			expect(scalars.filter(({ schema }) => schema.enum !== undefined)).toHaveLength(32);
			for (const { path, field, schema } of scalars)
				expect([path, valuesOf(field).sort()]).toEqual([path, [...(schema.enum ?? [])].sort()]);
		});

		test('the free-text states offer the states of the insurances, and none', () => {
			const subscriberState = all.find(({ path }) => path === 'primary_insurance.subscriber_state')
				?.schema.enum;
			for (const { field } of all.filter(({ path }) => STATES_WITHOUT_ENUM.includes(path)))
				expect(valuesOf(field).sort()).toEqual(['', ...(subscriberState ?? ['none'])].sort());
		});

		test('the filters are the query parameters of the list', () => {
			const elsewhere = ['cursor', 'page_size', 'doctor'];
			const expected = contract.paths['/api/patients'].get.parameters
				.map(({ name }) => name)
				.filter((name) => !elsewhere.includes(name));
			expect(namesOf(patientFilters)).toEqual(expected.sort());
		});
	});
} else {
	test.skip('Patient schema: skipped, no ../shared/drchrono-api/openapi-v4.yaml', () => {
		expect(existsSync(CONTRACT)).toBe(true);
	});
}
