/** What messages are, by DrChrono's codes; there are more, which the contract does not name. */
export const MESSAGE_TYPES = {
	IF: 'Incoming Fax',
	GC: 'Generated CSV',
	GP: 'Generated PDF',
	GZ: 'Generated ZIP',
	ID: 'Inbound Direct Message',
	IE: 'Incoming eRx',
	IL: 'Incoming Labs',
	IR: 'Inbound Referrals',
	OA: 'Online Appointments',
	OD: 'Outbound Direct Message',
	OF: 'Outgoing Fax',
	OO: 'Demo Meeting Message',
	OR: 'Outbound Referrals',
	PI: 'Patient Incoming Message',
	PM: 'Patient Outgoing Message',
	PO: 'Patient Onboarding',
} as const;
