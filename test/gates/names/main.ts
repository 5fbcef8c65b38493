import { packageCredentials, packageNodes } from '../../support/manifest';
import { compareStored } from './compare';
import { readContract, writeContract } from './file';
import { storedCredential, storedNode } from './stored';

/**
 * Writes what is new into the contract of stored names, and refuses what breaks saved workflows.
 * With `--check` it writes nothing, and refuses also what the contract does not have yet.
 */
function main(check: boolean): void {
	const now = [...packageNodes().map(storedNode), ...packageCredentials().map(storedCredential)];
	const { breaking, additive } = compareStored(readContract(), now);
	for (const text of additive) console.log(`new       ${text}`);
	for (const text of breaking) console.log(`BREAKING  ${text}`);
	if (breaking.length > 0) {
		console.log('Saved workflows hold these names. Nothing was written.');
		process.exitCode = 1;
	} else if (check) {
		if (additive.length > 0) console.log('npm run names writes them into the contract.');
		process.exitCode = additive.length > 0 ? 1 : 0;
	} else {
		writeContract(now);
		console.log(`${additive.length} additions are written into the contract.`);
	}
}

main(process.argv.includes('--check'));
