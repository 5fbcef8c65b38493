import type { Resource } from '../shared/operation/operation';
import { task } from './task';
import { taskCategory } from './taskCategory';
import { taskNote } from './taskNote';
import { taskStatus } from './taskStatus';
import { taskTemplate } from './taskTemplate';

export const resources: readonly Resource[] = [
	task,
	taskNote,
	taskStatus,
	taskCategory,
	taskTemplate,
];
