import { comparable } from '../input/text';
import { READ, type Read } from './field';
import { text, type About } from './kinds';

/** The states of the US, its territories and military mail by their two-letter codes. */
const STATES: Readonly<Record<string, string>> = {
	AA: 'Armed Forces Americas',
	AE: 'Armed Forces Europe',
	AK: 'Alaska',
	AL: 'Alabama',
	AP: 'Armed Forces Pacific',
	AR: 'Arkansas',
	AS: 'American Samoa',
	AZ: 'Arizona',
	CA: 'California',
	CO: 'Colorado',
	CT: 'Connecticut',
	DC: 'District of Columbia',
	DE: 'Delaware',
	FL: 'Florida',
	GA: 'Georgia',
	GU: 'Guam',
	HI: 'Hawaii',
	IA: 'Iowa',
	ID: 'Idaho',
	IL: 'Illinois',
	IN: 'Indiana',
	KS: 'Kansas',
	KY: 'Kentucky',
	LA: 'Louisiana',
	MA: 'Massachusetts',
	MD: 'Maryland',
	ME: 'Maine',
	MI: 'Michigan',
	MN: 'Minnesota',
	MO: 'Missouri',
	MP: 'Northern Mariana Islands',
	MS: 'Mississippi',
	MT: 'Montana',
	NC: 'North Carolina',
	ND: 'North Dakota',
	NE: 'Nebraska',
	NH: 'New Hampshire',
	NJ: 'New Jersey',
	NM: 'New Mexico',
	NV: 'Nevada',
	NY: 'New York',
	OH: 'Ohio',
	OK: 'Oklahoma',
	OR: 'Oregon',
	PA: 'Pennsylvania',
	PR: 'Puerto Rico',
	RI: 'Rhode Island',
	SC: 'South Carolina',
	SD: 'South Dakota',
	TN: 'Tennessee',
	TX: 'Texas',
	UT: 'Utah',
	VA: 'Virginia',
	VI: 'U.S. Virgin Islands',
	VT: 'Vermont',
	WA: 'Washington',
	WI: 'Wisconsin',
	WV: 'West Virginia',
	WY: 'Wyoming',
};

const CODES = new Map(Object.entries(STATES).map(([code, name]) => [comparable(name), code]));

/** DrChrono wants the code of a state; whoever writes out its name gets it. Anything else passes. */
const codeOfName: Read = (value) => CODES.get(comparable(value)) ?? value;

/** The same where DrChrono takes nothing but codes, which it writes in capitals. */
const stateCode: Read = (value, property, reading) => {
	const code = codeOfName(value, property, reading);
	return typeof code === 'string' && /^[a-z]{2}$/i.test(code.trim())
		? code.trim().toUpperCase()
		: code;
};

/** The code of a country, which is given by its code or by its name in English. */
const countryCode: Read = (value) => {
	const written = comparable(value);
	return /^[a-z]{2,3}$/.test(written)
		? written.toUpperCase()
		: (countryCodes().get(written) ?? value);
};

let countries: ReadonlyMap<string, string> | undefined;

/** The names of all countries by their two-letter codes (ISO 3166-1), as the language data of Node has them. */
function countryCodes(): ReadonlyMap<string, string> {
	const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
	const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
	countries ??= new Map(
		letters
			.flatMap((first) => letters.map((second) => `${first}${second}`))
			.flatMap((code) => {
				const name = names.of(code);
				return name === undefined ? [] : [[comparable(name), code] as const];
			}),
	);
	return countries;
}

/** A US state by its code or name; a province of another country as it is given. */
export const state = (about: About = {}) =>
	({ ...text({ eg: 'CA', ...about }), [READ]: codeOfName }) as const;

/** A US state by its code or name, where DrChrono takes no other. */
export const usState = (about: About = {}) =>
	({ ...text({ eg: 'CA', ...about }), [READ]: stateCode }) as const;

/** A country by its two-letter code or its name in English. */
export const country = (about: About = {}) =>
	({ ...text({ eg: 'US', ...about }), [READ]: countryCode }) as const;
