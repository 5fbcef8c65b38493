/** How sure a result is, or how far a test. */
export const resultStatuses = {
	P: 'Preliminary',
	I: 'Pending',
	C: 'Correction',
	F: 'Final',
	X: 'Canceled',
} as const;

/** Where a value of a chart's result lies, by the flags of HL7. */
export const abnormalFlags = {
	N: 'Normal',
	A: 'Abnormal',
	AA: 'Very Abnormal',
	L: 'Low',
	LL: 'Very Low',
	'<': 'Below What Can Be Measured',
	H: 'High',
	HH: 'Very High',
	'>': 'Above What Can Be Measured',
	U: 'Much Higher than Before',
	D: 'Much Lower than Before',
	B: 'Better',
	W: 'Worse',
	S: 'Susceptible',
	MS: 'Moderately Susceptible',
	VS: 'Very Susceptible',
	I: 'Intermediate',
	R: 'Resistant',
	null: 'No Range',
} as const;

/** The same for a result that comes from a lab vendor; some flags mean something else there. */
export const vendorFlags = {
	N: 'Normal',
	A: 'Abnormal',
	AA: 'Very Abnormal',
	L: 'Low',
	LL: 'Alert Low',
	'<': 'Panic Low',
	H: 'High',
	HH: 'Alert High',
	'>': 'Panic High',
	S: 'Susceptible',
	I: 'Intermediate',
	R: 'Resistant',
	NEG: 'Negative',
	POS: 'Positive',
} as const;

export const orderProgress = Object.fromEntries(
	[
		...['Order Entered', 'In Progress', 'Results Received', 'Results Reviewed with Patient'],
		...['Discontinued', 'Paper Order'],
	].map((name) => [name, name]),
);

export const transmissions = {
	N: 'Not Sent',
	Q: 'Queued',
	A: ['ABN Required', 'The patient has to sign an Advance Beneficiary Notice'],
	S: 'Send',
	R: 'Results Received',
	E: 'Rejected',
} as const;

export const documentTypes = {
	REQ: 'Requisition',
	ABN: 'Advance Beneficiary Notice',
	'R-A': 'Requisition and Advance Beneficiary Notice',
	RES: 'Results',
} as const;
