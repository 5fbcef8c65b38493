import type { Resource } from '../shared/operation';
import { register } from './operations/register.operation';
import { unregister } from './operations/unregister.operation';

export const resources: readonly Resource[] = [
	{
		value: 'doctor',
		name: 'Doctor',
		initial: register.value,
		operations: [register, unregister],
	},
];
