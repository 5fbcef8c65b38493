import type { Resource } from '../shared/operation/operation';
import { create } from './yellowNotepad/create.operation';
import { get } from './yellowNotepad/get.operation';

/** One notepad for each appointment and note template; it has no ID of its own. */
export const yellowNotepad: Resource = {
	value: 'yellowNotepad',
	name: 'Yellow Notepad',
	initial: get.value,
	operations: [create, get],
};
