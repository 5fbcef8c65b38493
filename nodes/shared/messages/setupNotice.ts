import type { INodeProperties } from 'n8n-workflow';

/**
 * What a trigger's form says of what has to be done in DrChrono by hand. Of HTML, n8n's notices keep links
 * and lists with bullets only.
 * @param steps in the order in which they have to be done
 * @param then what is so when they are done
 */
export function setupNotice(steps: readonly string[], then: string): INodeProperties {
	const list = steps.map((step) => `<li>${step}</li>`).join('');
	return {
		displayName: `DrChrono has no way for n8n to set this up, so do it once by hand, in this order:<ul>${list}</ul>${then}`,
		name: 'setupNotice',
		type: 'notice',
		default: '',
	};
}
