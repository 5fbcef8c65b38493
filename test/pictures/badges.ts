/** What is drawn on a badge, in white lines around its middle, and the colour behind it. */
interface Badge {
	/** For who cannot see it. */
	readonly label: string;
	readonly colour: string;
	readonly drawing: string;
}

/** Triggers have a colour of their own. */
const TRIGGER = '#d97706';

const line = (d: string) => `<path d="${d}"/>`;
const filled = (d: string) => `<path d="${d}" fill="#fff" stroke="none"/>`;
const bolt = filled('M2-10-6.5 1.5h5.5L-2.5 10 6.5-2.5H.5z');

/** By the name of the icon. `drchrono` is the connection's. */
export const badges: Readonly<Record<string, Badge>> = {
	drchrono: { label: 'a clock', colour: '#12a58a', drawing: line('M0-8.5V0l6.5 4.5') },
	patients: {
		label: 'a person',
		colour: '#12a58a',
		drawing: `<circle cy="-4" r="4"/>${line('M-8 9c0-5 3.5-7 8-7s8 2 8 7')}`,
	},
	appointments: {
		label: 'a calendar',
		colour: '#2563c9',
		drawing: line('M-8-6.5H8V8H-8zM-8-1.5H8M-3.5-9.5v4.5M3.5-9.5v4.5'),
	},
	documents: {
		label: 'a sheet',
		colour: '#7c4fc4',
		drawing: line('M-6.5-9H2l4.5 4.5V9h-13zM-2.5 0h5M-2.5 4.5h5'),
	},
	users: {
		label: 'two people',
		colour: '#56707e',
		drawing: `<circle cx="-3" cy="-4" r="3.5"/>${line('M-10 7.5C-10 3-7 1-3 1s7 2 7 6.5M4-7a3.5 3.5 0 0 1 0 6M7 2c2 1 3 3 3 5.5')}`,
	},
	practice: {
		label: 'a house',
		colour: '#3f6f5f',
		drawing: line('M-8.5 9v-11L0-9l8.5 7V9zM-2.5 9V3h5v6'),
	},
	clinical: { label: 'a pulse', colour: '#c93a63', drawing: line('M-10 1h4.5L-2.5-7.5 2 8 5 1h5') },
	clinicalNotes: {
		label: 'a pencil',
		colour: '#a3477f',
		drawing: line('M-8 8l1.5-5.5L4-8l4 4L-2.5 6.5zM1.5-5.5l4 4'),
	},
	labs: {
		label: 'a flask',
		colour: '#5e8a00',
		drawing: line('M-3.5-9h7M-2-9v6L-8.5 8.5h17L2-3v-6M-5.5 3.5h11'),
	},
	billing: {
		label: 'a dollar',
		colour: '#1f8a4c',
		drawing: line(
			'M5.5-4.5C4.5-6.5 2.5-7 0-7c-3 0-5.5 1-5.5 3.5C-5.5 1.5 5.5-1.5 5.5 3.5 5.5 6 3 7 0 7c-2.5 0-4.5-.5-5.5-2.5M0-10v20',
		),
	},
	tasks: { label: 'a check mark', colour: '#b4602a', drawing: line('M-8 .5l5.5 6L8-6.5') },
	messages: {
		label: 'an envelope',
		colour: '#0b80ab',
		drawing: line('M-9-6.5H9v13H-9zM-9-5.5L0 2l9-7.5'),
	},
	apiRequest: {
		label: 'braces',
		colour: '#46535d',
		drawing: line(
			'M-3.5-9C-7-9-6-5-6-3s-1 3-3 3c2 0 3 1 3 3s-1 6 2.5 6M3.5-9C7-9 6-5 6-3s1 3 3 3C7 0 6 1 6 3s1 6-2.5 6',
		),
	},
	jwt: {
		label: 'a key',
		colour: '#6b7280',
		drawing: `<circle cx="-5" r="4.5"/>${line('M-.5 0H10v4.5M5.5 0v3.5')}`,
	},
	iframe: { label: 'a window', colour: '#5b45c4', drawing: line('M-9-7.5H9v15H-9zM-9-2.5H9') },
	iframeTrigger: {
		label: 'a window',
		colour: TRIGGER,
		drawing: line('M-9-7.5H9v15H-9zM-9-2.5H9'),
	},
	trigger: { label: 'a bolt', colour: TRIGGER, drawing: bolt },
	pollingTrigger: {
		label: 'turning arrows',
		colour: TRIGGER,
		drawing: line('M8-3.5A8.5 8.5 0 0 0-7-5M-8 3.5A8.5 8.5 0 0 0 7 5M-7.5-10v5h5M7.5 10V5h-5'),
	},
};

const CHART = {
	light: { paper: '#fff', edge: '#0b6e8f', text: '#7fb9cc' },
	dark: { paper: '#1d2b33', edge: '#6fc4df', text: '#4d8ca0' },
};

/** The icon as a file: the chart, and the badge over its lower right corner. */
export function iconFile(name: string, scheme: 'light' | 'dark'): string {
	const { label, colour, drawing } = badges[name];
	const { paper, edge, text } = CHART[scheme];
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60" width="60" height="60" role="img" aria-label="Chart with ${label}">
	<rect x="6" y="6" width="34" height="46" rx="5" fill="${paper}" stroke="${edge}" stroke-width="4"/>
	<rect x="16" y="2" width="14" height="9" rx="3" fill="${edge}"/>
	<path d="M14 19h18M14 27h9" stroke="${text}" stroke-width="3.5" stroke-linecap="round"/>
	<circle cx="41" cy="41" r="17" fill="${colour}" stroke="${paper}" stroke-width="3"/>
	<g transform="translate(41 41)" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${drawing}</g>
</svg>
`;
}
