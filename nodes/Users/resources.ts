import type { Resource } from '../shared/operation/operation';
import { getDoctor } from './doctor/get.operation';
import { getAllDoctors } from './doctor/getAll.operation';
import { getOffice } from './office/get.operation';
import { getAllOffices } from './office/getAll.operation';
import { getUser } from './user/get.operation';
import { getAllUsers } from './user/getAll.operation';
import { getCurrentUser } from './user/getCurrent.operation';

export const resources: readonly Resource[] = [
	{
		value: 'user',
		name: 'User',
		initial: getCurrentUser.value,
		operations: [getUser, getCurrentUser, getAllUsers],
	},
	{
		value: 'doctor',
		name: 'Doctor',
		initial: getAllDoctors.value,
		operations: [getDoctor, getAllDoctors],
	},
	{
		value: 'office',
		name: 'Office',
		initial: getAllOffices.value,
		operations: [getOffice, getAllOffices],
	},
];
