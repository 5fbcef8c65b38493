import type { INodeProperties } from 'n8n-workflow';
import { comparable } from './text';

/** The fields of a group, or of the rows of a list. */
export function fieldsWithin(property: INodeProperties): readonly INodeProperties[] {
	if (property.type === 'fixedCollection') {
		const group = (property.options ?? []).find((option) => 'values' in option);
		return group && 'values' in group ? group.values : [];
	}
	return (property.options ?? []).filter(
		(option): option is INodeProperties => 'type' in option && 'displayName' in option,
	);
}

/**
 * The field that a column's header or a key stands for: its API name, or, whatever the capitals, blanks
 * and signs are, its name or its display name.
 */
export function fieldCalled(
	header: string,
	fields: readonly INodeProperties[],
): INodeProperties | undefined {
	const bare = (text: string) => comparable(text).replace(/[^\p{L}\p{N}]/gu, '');
	const called = bare(header);
	return (
		fields.find(({ name }) => name === header) ??
		fields.find(({ name }) => bare(name) === called) ??
		fields.find(({ displayName }) => bare(displayName) === called)
	);
}
