import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { load } from 'js-yaml';
import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import {
	appointmentFields,
	appointmentFilters,
	appointmentSimplified,
	readOnlyAppointmentFields,
} from '../../nodes/Appointments/appointment/fields';

const CONTRACT = join(__dirname, '../../../shared/drchrono-api/openapi-v4.yaml');

interface FieldSchema {
	type: string;
	readOnly?: boolean;
	enum?: unknown[];
	properties?: Record<string, FieldSchema>;
	items?: FieldSchema;
}

const fieldSchema: z.ZodType<FieldSchema> = z.lazy(() =>
	z.object({
		type: z.string(),
		readOnly: z.boolean().optional(),
		enum: z.array(z.unknown()).optional(),
		properties: z.record(fieldSchema).optional(),
		items: fieldSchema.optional(),
	}),
);

const contractSchema = z.object({
	components: z.object({
		schemas: z.object({
			Appointment: z.object({
				properties: z.record(fieldSchema),
				required: z.array(z.string()),
			}),
		}),
	}),
	paths: z.object({
		'/api/appointments': z.object({
			get: z.object({ parameters: z.array(z.object({ name: z.string() })) }),
		}),
	}),
});

/** Filters that other parameters stand for: dates, Verbose, paging. */
const ELSEWHERE = [
	...['since', 'occurred_since', 'date', 'date_range', 'verbose', 'page_size', 'cursor'],
];

/** n8n's types and the contract's that they may stand for. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
	string: ['string', 'array'],
	color: ['string'],
	dateTime: ['string'],
	options: ['string'],
	multiOptions: ['array'],
	number: ['integer', 'number'],
	boolean: ['boolean'],
	resourceLocator: ['integer'],
	collection: ['object'],
	fixedCollection: ['array'],
};

const nestedIn = (field: INodeProperties): INodeProperties[] =>
	(field.options ?? []).flatMap((option) => {
		if ('values' in option) return option.values;
		return 'type' in option ? [option] : [];
	});

const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name).sort();

const writable = (properties: Record<string, FieldSchema>) =>
	Object.keys(properties)
		.filter((name) => properties[name].readOnly !== true)
		.sort();

const present = existsSync(CONTRACT);
if (!present) {
	process.stdout.write(
		'Skipped: the fields of appointments against the OpenAPI, which is not here.\n',
	);
}

(present ? describe : describe.skip)('Appointment in the published OpenAPI', () => {
	const document = present ? contractSchema.parse(load(readFileSync(CONTRACT, 'utf8'))) : undefined;
	const properties = document?.components.schemas.Appointment.properties ?? {};
	const query = document?.paths['/api/appointments'].get.parameters ?? [];

	test('every field that can be written is declared, and no other', () => {
		expect(names(appointmentFields)).toEqual(writable(properties));
	});

	test('every field that cannot is known as such', () => {
		const all = Object.keys(properties);
		expect([...readOnlyAppointmentFields].sort()).toEqual(
			all.filter((name) => properties[name].readOnly === true).sort(),
		);
		expect(all).toEqual(expect.arrayContaining([...appointmentSimplified]));
	});

	test.each(appointmentFields.map((field) => [field.name, field] as const))(
		'%s has the type and the values of the contract',
		(name, field) => {
			const schema = properties[name];
			expect(TYPES[field.type]).toContain(schema.type);
			const isTextList = field.type === 'string' && field.typeOptions?.multipleValues === true;
			if (field.type === 'string') expect(isTextList).toBe(schema.type === 'array');
			if (schema.enum) {
				const values = (field.options ?? []).flatMap((one) => ('value' in one ? [one.value] : []));
				expect(values.map(String).sort()).toEqual(schema.enum.map(String).sort());
			}
			const within = schema.properties ?? schema.items?.properties;
			if (within) expect(names(nestedIn(field))).toEqual(writable(within));
		},
	);

	test('nested options and types are those of the contract', () => {
		const vitals = appointmentFields.find(({ name }) => name === 'vitals');
		for (const field of nestedIn(vitals!)) {
			const schema = properties.vitals.properties![field.name];
			expect([field.name, TYPES[field.type]]).toEqual([
				field.name,
				expect.arrayContaining([schema.type]),
			]);
			const values = (field.options ?? []).flatMap((one) => ('value' in one ? [one.value] : []));
			if (schema.enum) expect(values.sort()).toEqual([...schema.enum].sort());
		}
	});

	test('every filter of the list is there', () => {
		expect([...names(appointmentFilters), ...ELSEWHERE].sort()).toEqual(names(query));
	});
});

test('collections are sorted by display name, and names are unique', () => {
	for (const fields of [appointmentFields, appointmentFilters]) {
		const titles = fields.map(({ displayName }) => displayName);
		expect(titles).toEqual([...titles].sort((a, b) => a.localeCompare(b)));
		expect(new Set(names(fields)).size).toBe(fields.length);
	}
});

test('an untouched collection sends nothing, a touched nested field only itself', () => {
	const collection: INodeProperties = {
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		default: {},
		options: appointmentFields,
	};
	const given = (values: INodeParameters) =>
		NodeHelpers.getNodeParameters([collection], values, true, false, null, null);
	expect(given({ updateFields: {} })).toEqual({ updateFields: {} });
	const touched = { updateFields: { vitals: { pulse: 60 } } };
	expect(given(touched)).toEqual(touched);
});
