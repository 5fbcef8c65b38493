import type { Resource } from '../shared/operation/operation';
import { doctor } from './doctor';
import { doctorOptions } from './doctorOptions';
import { office } from './office';
import { staff } from './staff';
import { user } from './user';
import { userGroup } from './userGroup';
import { doctorWorkSchedule, officeWorkSchedule } from './workSchedule';

export const resources: readonly Resource[] = [
	user,
	doctor,
	office,
	staff,
	userGroup,
	doctorOptions,
	doctorWorkSchedule,
	officeWorkSchedule,
];
