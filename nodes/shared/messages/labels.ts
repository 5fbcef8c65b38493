import type { INodeProperties } from 'n8n-workflow';
import { withFields } from '../fields/field';

/** Value → name of a drop-down's options, as an expression can hold them. */
export function optionNames(options: INodeProperties['options'] = []): string {
	const named = options.flatMap((one) => ('value' in one ? [[String(one.value), one.name]] : []));
	return JSON.stringify(Object.fromEntries(named));
}

/** API field → display name, of parameters and everything within their collections. */
export function labelsOf(properties: readonly INodeProperties[]): Record<string, string> {
	const named = [...withFields(properties)].map(({ name, displayName }) => [name, displayName]);
	return Object.fromEntries(named.reverse()) as Record<string, string>;
}
