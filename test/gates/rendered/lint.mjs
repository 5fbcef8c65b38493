// Lints files that are only in memory with the rules n8n has for a node's properties. Takes JSON from
// stdin, a text by the name of each file; prints JSON: file, line, rule and message of each finding.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { buildScanConfig } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';

const files = JSON.parse(await text(process.stdin));
const folder = await mkdtemp(path.join(tmpdir(), 'rendered-'));
try {
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
	});
	const findings = await Promise.all(
		Object.entries(files).map(async ([file, source]) => {
			const filePath = path.join(folder, 'nodes', 'Rendered', `${file}.properties.ts`);
			const [{ messages }] = await eslint.lintText(source, { filePath });
			return messages.map(({ line, ruleId, message }) => ({ file, line, rule: ruleId, message }));
		}),
	);
	console.log(JSON.stringify(findings.flat()));
} finally {
	await rm(folder, { recursive: true });
}
