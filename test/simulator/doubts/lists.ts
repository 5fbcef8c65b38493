/** Pages, their order and their limits, filters. */
export const lists = {
	envelope: {
		question: 'Under which name does a page have its records?',
		answers: { results: 'as documented', data: 'as in the OpenAPI' },
	},
	staleLists: {
		question: 'Do lists lag behind writes?',
		answers: { no: 'never', once: 'the first reading after a write is the one before it' },
	},
} as const;
