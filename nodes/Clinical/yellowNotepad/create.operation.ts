import { declare } from '../../shared/fields/field';
import { longText, needed } from '../../shared/fields/kinds';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { queryOf, which } from './which';

const { content } = declare({
	content: needed(longText({ label: 'Text', about: 'What the notepad is to say' })),
});

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create yellow notepad',
	description: 'Write on the notepad beside a clinical note, in place of what it says',
	creates: true,
	properties: [...which, property(content), optionsCollection()],
	execute: async ({ api, params }) => {
		// The contract's record has the two IDs as well, read-only; what is sent has the text alone.
		return await api.post('/api/yellow_notepad', { content: params.content }, queryOf(params));
	},
});
