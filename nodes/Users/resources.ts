import type { Resource } from '../shared/operation/operation';
import { doctor } from './doctor';
import { office } from './office';
import { user } from './user';

export const resources: readonly Resource[] = [user, doctor, office];
