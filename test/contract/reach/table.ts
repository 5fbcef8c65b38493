import { contract } from '../facts';
import { reached, type Reached, type Way } from '.';
import { REASONS } from './elsewhere';

const WAYS: readonly Way[] = ['form', 'beside a patch', 'API Request'];

const namesOf = (operations: readonly Reached[], way: Way) =>
	operations.filter((one) => one.way === way).map(({ name }) => name);

/** How each operation of the contract is reached, a resource a line, and how many there are of each. */
export function coverageTable(): string {
	const all = reached();
	const lines = Object.keys(contract.resources).map((resource) => {
		const own = all.filter((one) => one.resource === resource);
		const cells = WAYS.map((way) => namesOf(own, way).join(', '));
		return `${resource.padEnd(34)}${cells[0].padEnd(46)}${cells[1].padEnd(16)}${cells[2]}`;
	});
	const totals = WAYS.map((way) => `${way}: ${all.filter((one) => one.way === way).length}`);
	const reasons = Object.entries(REASONS).map(([what, why]) => `${what}: ${why}`);
	const head = `${'RESOURCE'.padEnd(34)}${'FORM'.padEnd(46)}${'BESIDE A PATCH'.padEnd(16)}API REQUEST`;
	return [head, ...lines, '', ...reasons, '', `${totals.join(', ')}, of ${all.length}`].join('\n');
}
