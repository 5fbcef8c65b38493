import { type Fact, fieldsOf } from '../contract/facts';
import type { Json, JsonObject } from '../simulator/json';

/** A value that the contract allows for a field, the first choice where there are choices. */
export function sampleOf(name: string, fact: Fact): Json {
	if (fact.type.endsWith('[]')) {
		return [sampleOf(name, { ...fact, type: fact.fields ? 'object' : fact.type.slice(0, -2) })];
	}
	if (fact.enum) return fact.enum.map(String).find((value) => value !== '') ?? '';
	switch (fact.type) {
		case 'integer':
			return 1;
		case 'number':
			return '12.50';
		case 'boolean':
			return true;
		case 'object':
			return Object.fromEntries(
				Object.entries(fact.fields ?? {})
					.filter(([, one]) => !one.readOnly)
					.map(([field, one]) => [field, sampleOf(field, one)]),
			);
		case 'string':
			if (/(?:^|_)date(?:_|$)/.test(name) && !name.endsWith('offset')) return '2021-02-14';
			if (name === 'end_time') return '2021-02-14T10:30:00';
			return /_(?:at|time)$|^time$/.test(name) ? '2021-02-14T09:30:00' : 'Made up';
		default:
			return 'U3ludGhldGlj';
	}
}

/** A record of a resource with the fields that may be written, or of these only the required ones. */
export function sampleRecord(resource: string, extent: 'whole' | 'required'): JsonObject {
	return Object.fromEntries(
		Object.entries(fieldsOf(resource))
			.filter(([, { readOnly, required }]) => !readOnly && (extent === 'whole' || required))
			.map(([name, fact]) => [name, sampleOf(name, fact)]),
	);
}
