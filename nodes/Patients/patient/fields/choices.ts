import type { Choices } from '../../../shared/fields/kinds';

export const ethnicities = {
	blank: 'Not Set',
	declined: 'Declined to Specify',
	hispanic: 'Hispanic or Latino',
	not_hispanic: 'Not Hispanic or Latino',
} as const satisfies Choices;

/** The last two are HL7's null flavors. */
export const genders = {
	ASKU: ['Asked but Unknown', 'The patient was asked and did not know or say'],
	Female: 'Female',
	Male: 'Male',
	Other: 'Other',
	UNK: 'Unknown',
} as const satisfies Choices;

/** ISO 639 alpha-3 codes, and four answers that are not a language. */
export const languages = {
	blank: 'Not Set',
	zho: 'Chinese',
	declined: 'Declined to Specify',
	eng: 'English',
	fra: 'French',
	ita: 'Italian',
	jpn: 'Japanese',
	other: 'Other',
	por: 'Portuguese',
	rus: 'Russian',
	spa: 'Spanish',
	unknown: 'Unknown',
} as const satisfies Choices;

export const paymentProfiles = {
	'Auto Accident': 'Auto Accident',
	Cash: 'Cash',
	Insurance: 'Insurance',
	'Insurance Out of Network': 'Insurance Out of Network',
	"Worker's Comp": "Worker's Comp",
} as const satisfies Choices;

/** ASC X12 claim filing indicator codes (data element 1032). */
export const planTypes = {
	AM: 'Automobile Medical',
	BL: 'Blue Cross/Blue Shield',
	CH: 'CHAMPUS (TRICARE)',
	CI: 'Commercial Insurance',
	'17': 'Dental Maintenance Organization',
	DS: 'Disability',
	'14': 'Exclusive Provider Organization (EPO)',
	FI: 'Federal Employees Program',
	HM: 'Health Maintenance Organization (HMO)',
	'16': 'HMO Medicare Risk',
	'15': 'Indemnity Insurance',
	LM: 'Liability Medical',
	MC: 'Medicaid',
	MA: 'Medicare Part A',
	MB: 'Medicare Part B',
	ZZ: ['Mutually Defined', 'A type the practice and the payer agreed on'],
	OF: 'Other Federal Program',
	'11': 'Other Non-Federal Program',
	'13': 'Point of Service (POS)',
	'12': 'Preferred Provider Organization (PPO)',
	TV: ['Title V', 'Maternal and child health program'],
	VA: 'Veterans Affairs Plan',
	WC: "Workers' Compensation",
} as const satisfies Choices;

/** LOINC answer list LL5144-2: subject, object, possessive determiner, possessive, reflexive. */
export const pronouns = {
	'LA29515-6': 'Co/co/cos/cos/coself',
	'LA29516-4': 'En/en/ens/ens/enself',
	'LA29517-2': 'Ey/em/eir/eirs/emself',
	'LA29518-0': 'He/him/his/his/himself',
	'LA29519-8': 'She/her/her/hers/herself',
	'LA29520-6': 'They/them/their/theirs/themselves',
	'LA29524-8': 'Ve/vis/ver/ver/verself',
	'LA29521-4': 'Xie/hir/hir/hirs/hirself',
	'LA29522-2': 'Yo/yo/yos/yos/yoself',
	'LA29523-0': 'Ze/zir/zir/zirs/zirself',
} as const satisfies Choices;

export const races = {
	blank: 'Not Set',
	indian: 'American Indian or Alaska Native',
	asian: 'Asian',
	black: 'Black or African American',
	declined: 'Declined to Specify',
	hawaiian: 'Native Hawaiian or Other Pacific Islander',
	other: 'Other',
	white: 'White',
} as const satisfies Choices;

/**
 * ASC X12 data element 1069: what the patient is to the subscriber. Self is not among them, because
 * the API has a boolean for it.
 */
export const relationships = {
	'40': 'Cadaver Donor',
	'19': 'Child',
	'43': 'Child Where Insured Has No Financial Responsibility',
	'76': 'Dependent',
	'24': 'Dependent of a Minor Dependent',
	'36': 'Emancipated Minor',
	'20': 'Employee',
	'33': 'Father',
	'10': 'Foster Child',
	'04': 'Grandfather or Grandmother',
	'05': 'Grandson or Granddaughter',
	'22': 'Handicapped Dependent',
	'41': 'Injured Plaintiff',
	'53': 'Life Partner',
	'32': 'Mother',
	'07': 'Nephew or Niece',
	'39': 'Organ Donor',
	G8: 'Other Relationship',
	'29': 'Significant Other',
	'23': 'Sponsored Dependent',
	'01': 'Spouse',
	'17': 'Stepson or Stepdaughter',
	'21': 'Unknown',
	'15': 'Ward',
} as const satisfies Choices;
