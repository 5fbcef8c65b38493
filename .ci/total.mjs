// Adds up Jest's result files in a folder. Whatever failed beyond the tests, by so many steps, counts too.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [failedSteps, folder] = process.argv.slice(2);
const totals = readdirSync(folder)
	.map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
	.reduce(
		(sum, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) => ({
			passed: sum.passed + numPassedTests,
			failed: sum.failed + numFailedTests + numRuntimeErrorTestSuites,
			failingRuns: sum.failingRuns + (numFailedTests + numRuntimeErrorTestSuites > 0 ? 1 : 0),
		}),
		{ passed: 0, failed: 0, failingRuns: 0 },
	);
const failed = totals.failed + Math.max(0, Number(failedSteps) - totals.failingRuns);
console.log(`${totals.passed} passed, ${failed} failed`);
process.exit(failed > 0 || totals.passed === 0 ? 1 : 0);
