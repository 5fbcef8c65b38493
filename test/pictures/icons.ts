// `npm run icons`: the icons of the nodes, one family: the chart with a badge that tells them apart.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { badges, iconFile } from './badges';

const FOLDER = path.resolve(__dirname, '../../icons');

for (const name of Object.keys(badges)) {
	for (const scheme of ['light', 'dark'] as const) {
		const file = scheme === 'light' ? `${name}.svg` : `${name}.dark.svg`;
		writeFileSync(path.join(FOLDER, file), iconFile(name, scheme));
		console.log(`icons/${file}`);
	}
}
