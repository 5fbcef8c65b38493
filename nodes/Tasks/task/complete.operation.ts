import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import { changedRecord } from '../../shared/input/records';
import { textOf } from '../../shared/messages/words';
import type { Table } from '../../shared/operation/crud';
import { recordPath } from '../../shared/operation/crudParameters';
import type { Memory } from '../../shared/operation/memory';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection, returnRecord } from '../../shared/operation/options';
import type { DrChronoClient } from '../../shared/transport/client';

/** The API's letter for statuses that mean that a task is done. */
const COMPLETE = 'C';

/** The practice's statuses, which a run reads once for all its items. */
const statusesOfRun: Memory<{ list?: readonly IDataObject[] }> = { beginning: () => ({}) };

/** Gives a task the practice's own status for what is done. */
export const complete = (table: Table) =>
	defineOperation({
		value: 'complete',
		name: 'Complete',
		action: 'Complete task',
		description: 'Mark a task as done, with the status that your practice has for that',
		properties: [...table.chosen, optionsCollection(returnRecord)],
		execute: async ({ api, params, node, itemIndex, remembered }) => {
			const target = recordPath(table, params);
			const { id, category } = await api.get(target);
			const known = remembered(statusesOfRun);
			known.list ??= await statusesOf(api);
			const status = completeStatus(known.list, textOf(category));
			if (!status) {
				throw new NodeOperationError(
					node.getNode(),
					`The practice has no task status that means complete [item ${itemIndex}]`,
					{
						itemIndex,
						description:
							'The task was not changed. Add one with Task Status → Create and Status Category: Complete, or use Update with a status of your own.',
					},
				);
			}
			await api.patch(target, { status: status.id });
			return await changedRecord(api, target, { id, status: status.id }, params.options);
		},
	});

async function statusesOf(api: DrChronoClient): Promise<IDataObject[]> {
	const statuses: IDataObject[] = [];
	for await (const status of api.list('/api/task_statuses')) statuses.push(status);
	return statuses;
}

/**
 * The status that means complete for a task of this category: one of the category's own, or else one of
 * all categories. Pure.
 * @param category ID of the task's category, or '' where it has none
 */
export function completeStatus(
	statuses: readonly IDataObject[],
	category: string,
): IDataObject | undefined {
	const complete = statuses.filter(
		({ status_category, archived }) => status_category === COMPLETE && archived !== true,
	);
	const of = (wanted: string) =>
		complete.find(({ task_category }) => textOf(task_category) === wanted);
	return (category === '' ? undefined : of(category)) ?? of('');
}
