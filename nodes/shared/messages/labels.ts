import type { INodeProperties } from 'n8n-workflow';

/** Value → name of a drop-down's options, as an expression can hold them. */
export function optionNames(options: INodeProperties['options'] = []): string {
	const named = options.flatMap((one) => ('value' in one ? [[String(one.value), one.name]] : []));
	return JSON.stringify(Object.fromEntries(named));
}

/** API field → display name, of parameters and everything within their collections. */
export function labelsOf(properties: readonly INodeProperties[]): Record<string, string> {
	return Object.fromEntries([...entries(properties)].reverse());
}

function* entries(properties: readonly INodeProperties[]): Generator<[string, string]> {
	for (const { name, displayName, options = [] } of properties) {
		yield [name, displayName];
		for (const option of options) {
			if ('values' in option) yield* entries(option.values);
			else if ('type' in option && 'displayName' in option) yield* entries([option]);
		}
	}
}
