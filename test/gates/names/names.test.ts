import { packageCredentials, packageNodes } from '../../support/manifest';
import { compareStored } from './compare';
import { readContract } from './file';
import { storedCredential, storedNode } from './stored';

/**
 * Saved workflows hold these names: they are a public API. What is new is listed, and `npm run names`
 * writes it into the contract; what breaks needs a new version of its node.
 */
test('nothing that a saved workflow may hold is gone or has another meaning', () => {
	const now = [...packageNodes().map(storedNode), ...packageCredentials().map(storedCredential)];
	const { breaking, additive } = compareStored(readContract(), now);
	if (additive.length > 0) process.stdout.write(`Stored names, new:\n${additive.join('\n')}\n`);
	expect(breaking).toEqual([]);
});
