import { contract } from '../../contract/facts';

/** Resources whose records somebody can name by an ID: those that can be read one by one. */
export const contractedNames: ReadonlySet<string> = new Set(
	Object.entries(contract.resources).flatMap(([name, facts]) =>
		facts?.operations.includes('get') ? [name] : [],
	),
);
