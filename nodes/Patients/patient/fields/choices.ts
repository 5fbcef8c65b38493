import type { INodePropertyOptions } from 'n8n-workflow';

/** The empty value, for fields where the API takes one. */
export const notSet: INodePropertyOptions = { name: 'Not Set', value: '' };

/** The last two are HL7's null flavors. */
export const genders: INodePropertyOptions[] = [
	{
		name: 'Asked but Unknown',
		value: 'ASKU',
		description: 'The patient was asked and did not know or say',
	},
	{ name: 'Female', value: 'Female' },
	{ name: 'Male', value: 'Male' },
	{ name: 'Other', value: 'Other' },
	{ name: 'Unknown', value: 'UNK' },
];

export const gendersOrNotSet: INodePropertyOptions[] = [notSet, ...genders];

export const races: INodePropertyOptions[] = [
	{ name: 'Not Set', value: 'blank' },
	{ name: 'American Indian or Alaska Native', value: 'indian' },
	{ name: 'Asian', value: 'asian' },
	{ name: 'Black or African American', value: 'black' },
	{ name: 'Declined to Specify', value: 'declined' },
	{ name: 'Native Hawaiian or Other Pacific Islander', value: 'hawaiian' },
	{ name: 'Other', value: 'other' },
	{ name: 'White', value: 'white' },
];

export const ethnicities: INodePropertyOptions[] = [
	{ name: 'Not Set', value: 'blank' },
	{ name: 'Declined to Specify', value: 'declined' },
	{ name: 'Hispanic or Latino', value: 'hispanic' },
	{ name: 'Not Hispanic or Latino', value: 'not_hispanic' },
];

/** ISO 639 alpha-3 codes, and four answers that are not a language. */
export const languages: INodePropertyOptions[] = [
	{ name: 'Not Set', value: 'blank' },
	{ name: 'Chinese', value: 'zho' },
	{ name: 'Declined to Specify', value: 'declined' },
	{ name: 'English', value: 'eng' },
	{ name: 'French', value: 'fra' },
	{ name: 'Italian', value: 'ita' },
	{ name: 'Japanese', value: 'jpn' },
	{ name: 'Other', value: 'other' },
	{ name: 'Portuguese', value: 'por' },
	{ name: 'Russian', value: 'rus' },
	{ name: 'Spanish', value: 'spa' },
	{ name: 'Unknown', value: 'unknown' },
];

/** LOINC answer list LL5144-2: subject, object, possessive determiner, possessive, reflexive. */
export const pronounsOrNotSet: INodePropertyOptions[] = [
	notSet,
	{ name: 'Co/co/cos/cos/coself', value: 'LA29515-6' },
	{ name: 'En/en/ens/ens/enself', value: 'LA29516-4' },
	{ name: 'Ey/em/eir/eirs/emself', value: 'LA29517-2' },
	{ name: 'He/him/his/his/himself', value: 'LA29518-0' },
	{ name: 'She/her/her/hers/herself', value: 'LA29519-8' },
	{ name: 'They/them/their/theirs/themselves', value: 'LA29520-6' },
	{ name: 'Ve/vis/ver/ver/verself', value: 'LA29524-8' },
	{ name: 'Xie/hir/hir/hirs/hirself', value: 'LA29521-4' },
	{ name: 'Yo/yo/yos/yos/yoself', value: 'LA29522-2' },
	{ name: 'Ze/zir/zir/zirs/zirself', value: 'LA29523-0' },
];

/**
 * ASC X12 data element 1069: what the patient is to the subscriber. Self is not among them, because
 * the API has a boolean for it.
 */
export const relationshipsOrNotSet: INodePropertyOptions[] = [
	notSet,
	{ name: 'Cadaver Donor', value: '40' },
	{ name: 'Child', value: '19' },
	{ name: 'Child Where Insured Has No Financial Responsibility', value: '43' },
	{ name: 'Dependent', value: '76' },
	{ name: 'Dependent of a Minor Dependent', value: '24' },
	{ name: 'Emancipated Minor', value: '36' },
	{ name: 'Employee', value: '20' },
	{ name: 'Father', value: '33' },
	{ name: 'Foster Child', value: '10' },
	{ name: 'Grandfather or Grandmother', value: '04' },
	{ name: 'Grandson or Granddaughter', value: '05' },
	{ name: 'Handicapped Dependent', value: '22' },
	{ name: 'Injured Plaintiff', value: '41' },
	{ name: 'Life Partner', value: '53' },
	{ name: 'Mother', value: '32' },
	{ name: 'Nephew or Niece', value: '07' },
	{ name: 'Organ Donor', value: '39' },
	{ name: 'Other Relationship', value: 'G8' },
	{ name: 'Significant Other', value: '29' },
	{ name: 'Sponsored Dependent', value: '23' },
	{ name: 'Spouse', value: '01' },
	{ name: 'Stepson or Stepdaughter', value: '17' },
	{ name: 'Unknown', value: '21' },
	{ name: 'Ward', value: '15' },
];

export const paymentProfilesOrNotSet: INodePropertyOptions[] = [
	notSet,
	{ name: 'Auto Accident', value: 'Auto Accident' },
	{ name: 'Cash', value: 'Cash' },
	{ name: 'Insurance', value: 'Insurance' },
	{ name: 'Insurance Out of Network', value: 'Insurance Out of Network' },
	{ name: "Worker's Comp", value: "Worker's Comp" },
];

/** ASC X12 claim filing indicator codes (data element 1032). */
export const planTypesOrNotSet: INodePropertyOptions[] = [
	notSet,
	{ name: 'Automobile Medical', value: 'AM' },
	{ name: 'Blue Cross/Blue Shield', value: 'BL' },
	{ name: 'CHAMPUS (TRICARE)', value: 'CH' },
	{ name: 'Commercial Insurance', value: 'CI' },
	{ name: 'Dental Maintenance Organization', value: '17' },
	{ name: 'Disability', value: 'DS' },
	{ name: 'Exclusive Provider Organization (EPO)', value: '14' },
	{ name: 'Federal Employees Program', value: 'FI' },
	{ name: 'Health Maintenance Organization (HMO)', value: 'HM' },
	{ name: 'HMO Medicare Risk', value: '16' },
	{ name: 'Indemnity Insurance', value: '15' },
	{ name: 'Liability Medical', value: 'LM' },
	{ name: 'Medicaid', value: 'MC' },
	{ name: 'Medicare Part A', value: 'MA' },
	{ name: 'Medicare Part B', value: 'MB' },
	{
		name: 'Mutually Defined',
		value: 'ZZ',
		description: 'A type the practice and the payer agreed on',
	},
	{ name: 'Other Federal Program', value: 'OF' },
	{ name: 'Other Non-Federal Program', value: '11' },
	{ name: 'Point of Service (POS)', value: '13' },
	{ name: 'Preferred Provider Organization (PPO)', value: '12' },
	{ name: 'Title V', value: 'TV', description: 'Maternal and child health program' },
	{ name: 'Veterans Affairs Plan', value: 'VA' },
	{ name: "Workers' Compensation", value: 'WC' },
];
