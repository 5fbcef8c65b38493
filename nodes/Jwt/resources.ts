import type { Resource } from '../shared/operation/operation';
import { verify } from './jwt/verify.operation';

export const resources: readonly Resource[] = [
	{ value: 'jwt', name: 'JWT', initial: verify.value, operations: [verify] },
];
