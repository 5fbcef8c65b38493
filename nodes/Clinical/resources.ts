import type { Resource } from '../shared/operation/operation';
import { allergy } from './allergy';
import { medication } from './medication';
import { problem } from './problem';
import { vaccineRecord } from './vaccineRecord';

export const resources: readonly Resource[] = [allergy, medication, problem, vaccineRecord];
