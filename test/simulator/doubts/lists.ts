/** Pages, their order and their limits, filters. */
export const lists = {
	envelope: {
		question: 'Under which name does a page have its records?',
		answers: {
			results: 'as documented',
			data: 'as in the OpenAPI',
			none: 'under results, but a page without a next one is a bare list',
		},
	},
	nextLink: {
		question: 'What names the page in the address of the next one?',
		answers: { cursor: 'a cursor', page: 'the number of the page' },
	},
	listOrder: {
		question: 'In which order are lists, but for those of appointments?',
		answers: { oldest: 'what was created first comes first', newest: 'what was created last does' },
	},
	staleLists: {
		question: 'Do lists lag behind writes?',
		answers: { no: 'never', once: 'the first reading after a write is the one before it' },
	},
	movingLists: {
		question: 'What has a page if the list was changed since the page before?',
		answers: {
			next: 'what comes next, each record once',
			again: 'the last record of the page before, once more',
			slip: 'what comes next but one: a record has slipped onto the page before',
		},
	},
	inactive: {
		question: 'Are inactive and deceased patients in a list that does not ask for them?',
		answers: { hidden: 'no', listed: 'yes' },
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
	appointmentsPage: {
		question: 'How many appointments has a page at most, and with verbose?',
		answers: { '50/25': '50 and 25', '25/25': '25 and 25', '20/50': '20 and 50' },
	},
	verbosePage: {
		question: 'How many records has a page of any other list at most with verbose?',
		answers: { same: 'as many as without', small: '50' },
	},
	underLoad: {
		question: 'What does the first reading of a list meet?',
		answers: { list: 'nothing', error: 'a 500', html: 'a 200 with a page of HTML' },
	},
	withoutCalendar: {
		question: 'What is a list of appointments for who has no scope for the calendar?',
		answers: { empty: 'empty', refused: 'a 403' },
	},
	wideRange: {
		question: 'What becomes of a list of appointments over more than 190 days?',
		answers: { refused: 'a 400', empty: 'an empty list' },
	},
	sinceSuffix: {
		question: 'May the time of since have a zone behind it?',
		answers: { refused: 'no, it is a 400', ignored: 'yes, and it is ignored' },
	},
	sinceZone: {
		question: 'In which zone is since read?',
		answers: { practice: 'in that of the practice', UTC: 'in UTC' },
	},
} as const;
