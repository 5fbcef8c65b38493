// Adds up Jest's result files in a folder. A step that failed without a failed test counts as one.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [failedSteps, folder] = process.argv.slice(2);
const totals = readdirSync(folder)
	.map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
	.reduce(
		(sum, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) => ({
			passed: sum.passed + numPassedTests,
			failed: sum.failed + numFailedTests + numRuntimeErrorTestSuites,
		}),
		{ passed: 0, failed: 0 },
	);
const failed = Math.max(totals.failed, Number(failedSteps));
console.log(`${totals.passed} passed, ${failed} failed`);
process.exit(failed > 0 || totals.passed === 0 ? 1 : 0);
