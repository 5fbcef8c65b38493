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
	daySheets: {
		question: 'What is a day sheet?',
		answers: { page: 'a page of rows', list: 'a bare list of rows' },
	},
	batchRounds: {
		question: 'How often must somebody ask for a list that is read in the background?',
		answers: { once: 'once', thrice: 'three times' },
	},
	freeDays: {
		question: 'How are the free times of a range of days answered?',
		answers: {
			list: 'a list with an object a day',
			one: 'one object, whose slots name their day',
			first: 'one object, for the first day only',
		},
	},
} as const;
