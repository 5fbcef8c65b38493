// Checks a folder the way n8n checks a package before it verifies it. Prints every finding, warnings
// included, as JSON. Usage: node scan.mjs FOLDER PATTERN...
import { analyzePackage, buildScanConfig } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';

const [folder, ...patterns] = process.argv.slice(2);
const verdict = await analyzePackage(folder, patterns);
const eslint = new ESLint({
	cwd: folder,
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: await buildScanConfig(),
});
const results = await eslint.lintFiles(patterns);
const findings = results.flatMap(({ filePath, messages }) =>
	messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId} ${message}`),
);
const files = results.length;
console.log(JSON.stringify({ passed: verdict.passed, findings, files }));
