/** What n8n's editor may have to load, in kB of 1000 bytes: of the JSON of the descriptions. */
export const LIMITS = {
	/** n8n's own largest nodes have 287, 190, 163 and 151. */
	node: 160,
	/** One that is read and written like most of them. */
	resource: 10,
	/** What the first version has, together. */
	first: 260,
	package: 850,
} as const;

/** The nodes of the first version, and the resources of those that can have more. */
export const FIRST: Readonly<Partial<Record<string, readonly string[]>>> = {
	drChronoAppointments: ['appointment', 'availability'],
	drChronoDocuments: ['document'],
	drChronoIframe: ['doctor'],
	drChronoIframeTrigger: [],
	drChronoJwt: ['jwt'],
	drChronoPatients: ['patient', 'portalAccess', 'clinicalSummary'],
	drChronoPollingTrigger: [],
	drChronoTrigger: [],
	drChronoUsers: ['user', 'doctor', 'office'],
};

/** Resources whose records have more fields than a plain one: their node's limit holds them. */
export const LARGE_RESOURCES = [
	'drChronoAppointments appointment',
	'drChronoAppointments appointmentTemplate',
	'drChronoAppointments blockedTime',
	'drChronoBilling lineItem',
	'drChronoClinical amendment',
	'drChronoClinical medication',
	'drChronoClinical vaccineRecord',
	'drChronoClinicalNotes noteValue',
	'drChronoDocuments document',
	'drChronoLabs chartLabResult',
	'drChronoLabs labOrder',
	'drChronoLabs labResult',
	'drChronoMessages message',
	'drChronoMessages phoneCall',
	'drChronoPatients patient',
	'drChronoTasks task',
	'drChronoTasks taskTemplate',
] as const;
