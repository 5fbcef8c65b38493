/** How an application connects, and how it is told of changes. */
export const connections = {
	refusedScopes: {
		question: 'Which scopes may an application not ask for?',
		answers: { none: 'none of those in the contract', some: 'messages, tasks and settings' },
	},
	blankScope: {
		question: 'What does a blank scope ask for?',
		answers: { refused: 'nothing: it is refused like one that is not known', all: 'every scope' },
	},
	refusedToken: {
		question: 'With which status is a refresh token refused?',
		answers: { unauthorized: '401', bad: '400' },
	},
	tokenEndpoint: {
		question: 'What does the first request for a token meet?',
		answers: {
			answer: 'the token endpoint',
			busy: 'a 429',
			html: 'a 200 with a page of HTML',
			firewall: 'a 403 of a firewall',
		},
	},
	flagEvent: {
		question: 'Which event tells of a changed flag of a patient?',
		answers: { CMODIFY: 'PATIENT_FLAG_CMODIFY, as documented', MODIFY: 'PATIENT_FLAG_MODIFY' },
	},
	practiceGroup: {
		question: 'Do deliveries name the practice group?',
		answers: { named: 'yes, although it is not documented', unnamed: 'no' },
	},
} as const;
