import type { Resource } from '../shared/operation/operation';
import { register } from './doctor/register.operation';
import { unregister } from './doctor/unregister.operation';

export const resources: readonly Resource[] = [
	{
		value: 'doctor',
		name: 'Doctor',
		initial: register.value,
		operations: [register, unregister],
	},
];
