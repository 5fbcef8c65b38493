/** What is accepted, and how a write is answered. */
export const writes = {
	redirects: {
		question: 'Which endpoints answer 302?',
		answers: { few: 'that of the current user', all: 'any, for the first request of its kind' },
	},
	unknownFields: {
		question: 'What becomes of a field that a resource does not have?',
		answers: { dropped: 'nothing, without a word', refused: 'a 400' },
	},
	fieldErrors: {
		question: 'How is told what is wrong with a field?',
		answers: { list: 'in a list of messages', text: 'in one message' },
	},
	overlaps: {
		question: 'How is told that a time is taken?',
		answers: {
			brackets: 'under detail, the ID in brackets',
			plain: 'under detail, the ID as it is',
			general: 'under non_field_errors',
		},
	},
	duplicateStatus: {
		question: 'With which status is a potential duplicate of a patient refused?',
		answers: { conflict: '409', bad: '400' },
	},
	refusedList: {
		question: 'What becomes of a list of new records if one of them is refused?',
		answers: {
			told: 'nothing is stored, and the wrong fields of each record are told',
			whole: 'nothing is stored, and only what was refused first is told',
			before: 'what comes before is stored, and only the refusal is told',
			others: 'all others are stored, and only the refusal is told',
		},
	},
	createdList: {
		question: 'How is a list of new records answered?',
		answers: {
			sent: 'with the records in the order in which they were sent',
			reversed: 'with the records in another order',
			shorter: 'with all of them but the last',
		},
	},
	changeAnswer: {
		question: 'How is a change of a record answered?',
		answers: {
			empty: '204, without a body',
			record: '200, with the record',
			null: '200, with null',
		},
	},
	createAnswer: {
		question: 'Has the answer to a create the verbose fields?',
		answers: { short: 'only if asked for', verbose: 'always' },
	},
	groups: {
		question: 'What does a PATCH do to an object within a record?',
		answers: { merged: 'changes what it names', replaced: 'empties what it does not name' },
	},
	severalScopes: {
		question: 'Where the contract names scopes of several areas, which are asked for?',
		answers: { any: 'one of them', all: 'every one' },
	},
	pharmacyNote: {
		question: 'Under which name is a note for the pharmacy sent?',
		answers: { note: 'note', text: 'text' },
	},
	formAppointment: {
		question: 'Where is the appointment named that a consent form is applied to?',
		answers: { body: 'in the body', query: 'in the query' },
	},
	breaks: {
		question: 'May an appointment have no patient?',
		answers: { accepted: 'yes, it is a break', refused: 'no, it is a 400' },
	},
	reasonLength: {
		question: 'How long may the reason of an appointment be?',
		answers: { text: 'as long as any text', short: 'at most 100 characters' },
	},
} as const;
