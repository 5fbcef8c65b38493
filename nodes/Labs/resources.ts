import type { Resource } from '../shared/operation/operation';
import { chartLabResult } from './chartLabResult';
import { labDocument } from './labDocument';
import { labOrder, labOrderSummary } from './labOrder';
import { labResult } from './labResult';
import { labTest } from './labTest';
import { labVendor } from './labVendor';

export const resources: readonly Resource[] = [
	chartLabResult,
	labOrder,
	labOrderSummary,
	labTest,
	labResult,
	labDocument,
	labVendor,
];
