import type { INodeProperties } from 'n8n-workflow';
import { loadedPackage } from '../support/harness';

/** Name, type, default and values of a parameter and all within it: what saved workflows hold. */
function stored(property: INodeProperties): unknown {
	const { name, type, default: initial, options = [], modes, displayOptions } = property;
	const within = options.map((option) => {
		if ('value' in option) return option.value;
		if ('values' in option) return { [option.name]: option.values.map(stored) };
		return stored(option);
	});
	const { resource, operation } = displayOptions?.show ?? {};
	const where = [resource, operation].flat().filter(Boolean).join('.');
	return {
		[where ? `${where} ${name}` : name]: [
			type,
			initial,
			modes?.map((mode) => mode.name),
			within,
		].filter((part) => part !== undefined && !(Array.isArray(part) && part.length === 0)),
	};
}

/**
 * Saved workflows hold these names: they are a public API from the first release on. A change here
 * breaks workflows in practices; if it must be, it needs a new node version.
 */
test('stored names have not changed', async () => {
	const { types } = await loadedPackage();
	const names = Object.fromEntries(
		[...types.nodes, ...types.credentials].map(({ name, properties }) => [
			name,
			properties.map(stored),
		]),
	);
	expect(JSON.stringify(names, null, 1)).toMatchSnapshot();
});
