import { outputProperties } from '../../shared/operation/output';

export const userSimplified = [
	'id',
	'username',
	'doctor',
	'is_doctor',
	'is_staff',
	'practice_group',
] as const;

export const userOutput = outputProperties(userSimplified, ['permissions']);
