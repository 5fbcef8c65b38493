/** How a patient reacts to what the patient is allergic to, by SNOMED code. */
export const allergicReactions = {
	'14669001': 'Acute Renal Failure',
	'4448006': 'Allergic Headache',
	'39579001': 'Anaphylaxis',
	'43724002': 'Chill',
	'49727002': 'Cough',
	'386661006': 'Fever',
	'25064002': 'Headache',
	'247472004': 'Hives',
	'95388000': 'Injection Site Pain',
	'57676002': 'Joint Pain',
	'271795006': 'Malaise and Fatigue',
	'68962001': 'Muscle Pain',
	'68235000': 'Nasal Congestion',
	'422587007': 'Nausea',
	'271807003': 'Rash',
	'271825005': 'Respiratory Distress',
	'64531003': 'Runny Nose',
	'267036007': 'Shortness of Breath',
	'162397003': 'Sore Throat',
	'65124004': 'Swelling',
} as const;

export const orderStatuses = {
	'Administered during visit': 'Administered During Visit',
	Discontinued: 'Discontinued',
	'Electronic eRx Sent': 'Sent Electronically',
	'Faxed to Pharmacy': 'Faxed to Pharmacy',
	Ordered: 'Ordered',
	'Over the Counter': 'Over the Counter',
	'Paper Rx': 'Paper Rx',
	'Phoned into Pharmacy': 'Phoned Into Pharmacy',
	'Prescribed by other Dr': 'Prescribed by Other Doctor',
	'Prescription Printed': 'Prescription Printed',
} as const;

export const completionStatuses = {
	CP: 'Complete',
	NA: 'Not Administered',
	PA: 'Partially Administered',
	RE: 'Refused',
} as const;

/** Who pays for a vaccine, by the codes of HL7 table 0064. */
export const fundingPrograms = {
	V01: 'Not VFC Eligible',
	V02: 'VFC Eligible: Medicaid',
	V03: 'VFC Eligible: Uninsured',
	V04: 'VFC Eligible: American Indian or Alaska Native',
	V05: 'VFC Eligible: Underinsured',
	V07: 'Local Eligibility',
} as const;

/** Where the knowledge of a vaccination comes from, by the codes of NIP table 001. */
export const recordSources = {
	'00': 'New Record: Given Here',
	'01': 'Historical: Source Unspecified',
	'02': 'Historical: Other Provider',
	'03': 'Historical: Parent’s Written Record',
	'04': 'Historical: Parent’s Recall',
	'05': 'Historical: Other Registry',
	'06': 'Historical: Birth Certificate',
	'07': 'Historical: School Record',
	'08': 'Historical: Public Agency',
} as const;

/** What a patient is immune to, by the SNOMED code of the disease. */
export const immunities = {
	'398102009': 'Acute Poliomyelitis',
	'409498004': 'Anthrax',
	'397428000': 'Diphtheria',
	'91428005': 'Haemophilus Influenzae',
	'40468003': 'Hepatitis A',
	'66071002': 'Hepatitis B',
	'271511000': 'Hepatitis B Immune',
	'240532009': 'Human Papillomavirus',
	'6142004': 'Influenza',
	'52947006': 'Japanese Encephalitis',
	'14189004': 'Measles',
	'23511006': 'Meningococcal Disease',
	'36989005': 'Mumps',
	'27836007': 'Pertussis',
	'16814004': 'Pneumococcal Disease',
	'14168008': 'Rabies',
	'18624000': 'Rotavirus',
	'36653000': 'Rubella',
	'76902006': 'Tetanus',
	'4834000': 'Typhoid Fever',
	'111852003': 'Vaccinia',
	'38907003': 'Varicella',
	'16541001': 'Yellow Fever',
} as const;
