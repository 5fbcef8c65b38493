/** What is accepted, and how a write is answered. */
export const writes = {
	duplicateStatus: {
		question: 'With which status is a potential duplicate of a patient refused?',
		answers: { conflict: '409', bad: '400' },
	},
	changeAnswer: {
		question: 'How is a change of a record answered?',
		answers: { empty: '204, without a body', record: '200, with the record' },
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
