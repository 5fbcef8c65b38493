import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { withNameFields } from './names';
import { property } from './operation';
import { words } from '../messages/words';

/**
 * The Output choice of an operation that gives records.
 * @param simplified at most 10 API fields, the most useful first
 * @param others further API fields that Selected Fields offers
 */
export function outputProperties(simplified: readonly string[], others: readonly string[] = []) {
	const options = [...new Set([...simplified, ...others])]
		.map((field) => ({ name: words(field), value: field }))
		.sort((a, b) => a.name.localeCompare(b.name));
	return [
		property({
			displayName: 'Output',
			name: 'output',
			type: 'options',
			default: 'simplified',
			options: [
				{
					name: 'Raw',
					value: 'raw',
					description: 'Every field as DrChrono gives it',
				},
				{
					name: 'Selected Fields',
					value: 'selected',
					description: 'Only the fields you choose',
				},
				{
					name: 'Simplified',
					value: 'simplified',
					description: 'The most useful fields only, ten at most',
				},
			],
			description: 'How much of each record to pass on',
		}),
		property({
			displayName: 'Fields',
			name: 'fields',
			type: 'multiOptions',
			displayOptions: { show: { output: ['selected'] } },
			default: [...simplified],
			options,
			description: 'Which fields to pass on. Those of Simplified are ticked to start with.',
		}),
	] as const;
}

/** What Selected Fields offers in operations on one kind of record. */
export function offeredFields(
	operations: ReadonlyArray<{ readonly properties: readonly INodeProperties[] }>,
): string[] {
	const properties = operations.flatMap((operation) => operation.properties);
	const { options = [] } = properties.find(({ name }) => name === 'fields') ?? {};
	return options.flatMap((option) => ('value' in option ? [String(option.value)] : []));
}

/**
 * One record as the Output choice wants it; whole only where Raw is chosen or there is no choice.
 * @param told fields that tell what was done, which are always kept
 */
export function shapeOutput(
	record: IDataObject,
	{ output, fields, options }: { output?: unknown; fields?: unknown; options?: unknown },
	simplified: readonly string[] = [],
	told: readonly string[] = [],
): IDataObject {
	if (output === 'selected' && Array.isArray(fields)) {
		return pick(record, [...withNameFields(fields as string[], options), ...told]);
	}
	if (output === 'raw' || simplified.length === 0) return record;
	const marks = MARKS.filter((mark) => record[mark] === true);
	return pick(record, [...withNameFields(simplified, options), ...marks, ...told]);
}

/** What a record must not be mistaken for an ordinary one by: Simplified shows them where they are true. */
const MARKS = ['appt_is_break', 'archived', 'deleted_flag', 'is_account_suspended'];

function pick(record: IDataObject, fields: readonly string[]): IDataObject {
	return Object.fromEntries(
		fields.filter((field) => field in record).map((field) => [field, record[field]]),
	);
}
