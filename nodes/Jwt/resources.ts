import type { Resource } from '../shared/operation';
import { verify } from './operations/verify.operation';

export const resources: readonly Resource[] = [
	{ value: 'jwt', name: 'JWT', initial: verify.value, operations: [verify] },
];
