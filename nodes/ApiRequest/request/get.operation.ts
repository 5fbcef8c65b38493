import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { itemOf } from '../../shared/transport/answer';
import { addressOf, addressProperties } from './parameters';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get from any path',
	description: 'GET: read one record, or whatever a path of the API answers, as one item',
	properties: [
		...addressProperties,
		optionsCollection({
			displayName: 'Answer Is Text',
			name: 'answerIsText',
			type: 'boolean',
			default: false,
			description: 'Whether the path answers with text, such as XML, and not with JSON',
		}),
	],
	execute: async ({ api, params }) => {
		const answer = params.options.answerIsText ? 'text' : 'json';
		return itemOf(await api.request({ method: 'GET', ...addressOf(params), answer }));
	},
});
