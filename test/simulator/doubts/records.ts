/** How records look in answers. */
export const records = {
	ids: {
		question: 'How are IDs written?',
		answers: {
			contract: 'as in the OpenAPI: as numbers, those of appointments as texts',
			texts: 'all as texts',
			numbers: 'all as numbers',
		},
	},
	breakRoom: {
		question: 'Which exam room has an appointment without a patient?',
		answers: { given: 'the one that it was made with', zero: '0' },
	},
	emptyText: {
		question: 'What is a text that nobody gave?',
		answers: { blank: 'an empty text', null: 'null' },
	},
	stampForm: {
		question: 'What is between the date and the time of a stamp?',
		answers: {
			T: 'a T',
			blank: 'a blank',
			empty: 'a T, but those of records are empty texts',
			null: 'a T, but those of records are null',
		},
	},
	decimals: {
		question: 'How are decimal numbers written?',
		answers: {
			text: 'as texts',
			number: 'as numbers',
			NaN: 'as numbers, and NaN where there is none',
		},
	},
	stampZone: {
		question: 'In which zone are created_at, updated_at and the like?',
		answers: { practice: 'in that of the practice', UTC: 'in UTC' },
	},
	state: {
		question: 'How is the state of an address written?',
		answers: { code: 'by its code', name: 'by its name' },
	},
	moreFields: {
		question: 'Have appointments the fields that the contract lacks?',
		answers: { no: 'no', yes: 'is_telehealth, telehealth_url and archived' },
	},
	newFiles: {
		question: 'Has a new document the address of its file?',
		answers: { address: 'at once', later: 'some seconds later, and null before' },
	},
	instanceIds: {
		question: 'How is the ID of one day of a recurring appointment written?',
		answers: {
			day: '2021-03-01_123, as in the OpenAPI',
			digits: '20210301_123',
			last: '123_2021-03-01',
		},
	},
	tags: {
		question: 'How are the tags of a document read back?',
		answers: {
			text: 'as JSON in a text',
			list: 'as a list',
			bars: 'with bars between them',
			null: 'as JSON in a text, null where there are none',
		},
	},
} as const;
