import type { Finding } from './findings';

/** Findings that stay, and why. */
export interface Exception {
	readonly rule: string;
	readonly reason: string;
	/** Which findings of the rule; all of them, where it is not given. */
	readonly where?: RegExp;
	/** Of a list of options: whether this order is meant. */
	readonly order?: (names: readonly string[]) => boolean;
}

export const EXCEPTIONS: readonly Exception[] = [
	{
		rule: 'node-param-display-name-not-first-position',
		reason:
			'The order of keys is for who reads the source, and the scan of the sources looks there.',
	},
	{
		rule: 'node-param-options-type-unsorted-items',
		reason: 'What stands for nothing comes first; the rest is sorted.',
		order: ([first, ...others]) => ['Not Set', 'No Status'].includes(first) && isSorted(others),
	},
	{
		rule: 'node-param-default-wrong-for-options',
		reason: 'It has to be chosen: no status is one of those that a visit can have.',
		where: /^drChronoAppointments status$/,
	},
	{
		rule: 'node-param-options-type-unsorted-items',
		reason: 'Days come as in a calendar.',
		where: / dateMode$/,
	},
	{
		rule: 'node-param-multi-options-type-unsorted-items',
		reason: 'The days of a week begin with Monday.',
		order: ([first, second]) => first === 'Monday' && second === 'Tuesday',
	},
	{
		rule: 'node-param-operation-option-action-miscased',
		reason: 'EOB is an abbreviation.',
		where: /^drChronoBilling operation$/,
	},
	{
		rule: 'node-param-resource-with-plural-option',
		reason: 'A trigger watches all records of a kind.',
		where: /^drChronoPollingTrigger resource$/,
	},
	{
		rule: 'node-param-resource-with-plural-option',
		reason: 'A doctor has options, and they are one record.',
		where: /^drChronoUsers resource$/,
	},
	{
		rule: 'node-param-display-name-miscased',
		reason: 'n8n writes its own name with a small letter.',
		where: /^drChronoOAuth2Api chosenScopes$/,
	},
	...['node-param-display-name', 'node-param-description'].map((part) => ({
		rule: `${part}-wrong-for-dynamic-options`,
		reason: 'Nothing is chosen here, so there is no name or ID: the list says how things are.',
		where: / readiness$/,
	})),
];

/** Whether an exception is made for a finding. */
export function excepts({ rule, where, order }: Exception, finding: Finding): boolean {
	if (rule !== finding.rule || where?.test(finding.where) === false) return false;
	return order?.(finding.options) ?? true;
}

function isSorted(names: readonly string[]): boolean {
	return names.every((name, index) => index === 0 || names[index - 1].localeCompare(name) <= 0);
}
