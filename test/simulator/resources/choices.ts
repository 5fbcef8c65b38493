/** Values of the Patient schema's enums (OpenAPI). */
export const GENDERS = ['', 'Male', 'Female', 'Other', 'UNK', 'ASKU'];
export const RACES = 'blank indian asian black hawaiian white other declined'.split(' ');
export const ETHNICITIES = ['blank', 'hispanic', 'not_hispanic', 'declined'];
export const LANGUAGES = 'blank eng zho fra ita jpn por rus spa other unknown declined'.split(' ');
export const PATIENT_STATUSES = ['A', 'I', 'D'];

/** LOINC answer codes. */
export const PRONOUNS = [
	'',
	...'18-0 19-8 20-6 23-0 21-4 15-6 16-4 17-2 22-2 24-8'.split(' ').map((code) => `LA295${code}`),
];

export const PAYMENT_PROFILES = [
	'',
	'Cash',
	'Insurance',
	'Insurance Out of Network',
	'Auto Accident',
	"Worker's Comp",
];

/** HCFA-1500 relationship codes. */
export const RELATIONSHIPS = [
	'',
	...'01 04 05 07 10 15 17 19 20 21 22 23 24 29 32 33 36 39 40 41 43 53 76 G8'.split(' '),
];

export const PLAN_TYPES = [
	'',
	...'AM BL CH CI 17 DS 14 FI HM 16 15 LM MC MA MB ZZ OF 11 13 12 TV VA WC'.split(' '),
];

export const PROVIDER_QUALIFIERS = ['', '0B', '1G', 'G2'];

export const STATES = (
	'AL AK AS AZ AR AA AE AP CA CO CT DE DC FL GA GU HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO ' +
	'MT NE NV NH NJ NM NY NC ND MP OH OK OR PA PR RI SC SD TN TX UT VT VI VA WA WV WI WY'
).split(' ');

export const COUNTRIES = [
	'',
	...(
		'AF AX AL DZ AS AD AO AI AQ AG AR AM AW AU AT AZ BS BH BD BB BY BE BZ BJ BM BT BO BQ BA BW ' +
		'BV BR IO BN BG BF BI KH CM CA CV KY CF TD CL CN CX CC CO KM CG CD CK CR CI HR CU CW CY CZ ' +
		'CYM DK DJ DM DO EC EG SV GQ ER EE ET FK FO FJ FI FR GF PF TF GA GM GE DE GH GI GR GL GD GP ' +
		'GU GT GG GN GW GY HT HM VA HN HK HU IS IN ID IR IQ IE IM IL IT JM JP JE JO KZ KE KI KP KR ' +
		'XK KW KG LA LV LB LS LR LY LI LT LU MO MK MG MW MY MV ML MT MH MQ MR MU YT MX FM MD MC MN ' +
		'ME MS MA MZ MM NA NR NP NL NC NZ NI NE NG NU NF MP NO OM PK PW PS PA PG PY PE PH PN PL PT ' +
		'PR QA RE RO RU RW BL SH KN LC MF PM VC WS SM ST SA SN RS SC SL SG SX SK SI SB SO ZA GS SS ' +
		'ES LK SD SR SJ SZ SE CH SY TW TJ TZ TH TL TG TK TO TT TN TR TM TC TV UG UA AE GB US UM UY ' +
		'UZ VU VE VN VG VI WF EH YE ZM ZW'
	).split(' '),
];
