/** How records look in answers. */
export const records = {
	emptyText: {
		question: 'What is a text that nobody gave?',
		answers: { blank: 'an empty text', null: 'null' },
	},
	stampForm: {
		question: 'What is between the date and the time of a stamp?',
		answers: { T: 'a T', blank: 'a blank' },
	},
	decimals: {
		question: 'How are decimal numbers written?',
		answers: { text: 'as texts', number: 'as numbers' },
	},
} as const;
