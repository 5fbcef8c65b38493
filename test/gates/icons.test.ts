import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { badges, iconFile } from '../pictures/badges';
import { loadedPackage } from '../support/harness';

const FOLDER = path.resolve(__dirname, '../../icons');

test('icons are as they are drawn; `npm run icons` writes them', () => {
	const drawn = Object.keys(badges).flatMap((name) => [
		[`${name}.svg`, iconFile(name, 'light')],
		[`${name}.dark.svg`, iconFile(name, 'dark')],
	]);
	const stored = readdirSync(FOLDER).map((file) => [
		file,
		readFileSync(path.join(FOLDER, file), 'utf8'),
	]);
	expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(drawn));
});

test('every node has an icon of its own, for light and for dark', async () => {
	const { types } = await loadedPackage();
	const nodes = types.nodes.filter(({ name }) => !name.endsWith('Tool'));
	const icons = nodes.map(({ iconUrl }) => iconUrl as { light: string; dark: string });
	for (const scheme of ['light', 'dark'] as const) {
		const files = icons.map((icon) => path.basename(icon[scheme]));
		expect(new Set(files).size).toBe(nodes.length);
		const names = files.map((file) => file.replace(/(\.dark)?\.svg$/, ''));
		for (const name of names) expect(Object.keys(badges)).toContain(name);
	}
});

test.each(['Dr Chrono', 'EHR', 'EMR', 'health', 'healthcare', 'HIPAA', 'medical'])(
	'"%s" finds every node in the panel',
	async (word) => {
		const { types } = await loadedPackage();
		for (const { displayName, codex } of types.nodes) {
			const found = codex?.alias?.some((alias) => alias.startsWith(word));
			expect([displayName, found]).toEqual([displayName, true]);
		}
	},
);
