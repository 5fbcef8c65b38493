import type { IBinaryKeyData, INodeExecutionData, NodeParameterValueType } from 'n8n-workflow';
import type { Practice } from '../../support/practice';
import { apiRequestCases } from './apiRequest';
import { appointmentsCases } from './appointments';
import { clinicalCases } from './clinical';
import { billingCases } from './billing';
import { clinicalNotesCases } from './clinicalNotes';
import { documentsCases } from './documents';
import { generatedCases } from './generated';
import { iframeCases } from './iframe';
import { jwtCases } from './jwt';
import { labsCases } from './labs';
import { messagesCases } from './messages';
import { patientsCases } from './patients';
import { usersCases } from './users';

/** How one operation is run in the gate that runs them all: with two input items that both succeed. */
export interface OperationCase {
	readonly parameters: Record<string, NodeParameterValueType>;
	/** JSON of the two input items; `parameters` may use them in expressions. */
	readonly items?: readonly [INodeExecutionData['json'], INodeExecutionData['json']];
	/** Files of both input items. */
	readonly binary?: IBinaryKeyData;
	/** For an operation that sends nothing to DrChrono: input that it refuses, and with which words. */
	readonly refusal?: {
		readonly parameters: Record<string, NodeParameterValueType>;
		readonly message: string;
	};
	/** Brings the simulated practice into the state the operation needs. */
	readonly prepare?: (practice: Practice) => Promise<void> | void;
}

/** Node type → `resource.operation`, or `operation` where there is one resource → its case. */
export const cases: Readonly<Partial<Record<string, Readonly<Record<string, OperationCase>>>>> = {
	drChronoApiRequest: apiRequestCases,
	drChronoAppointments: { ...generatedCases('drChronoAppointments'), ...appointmentsCases },
	drChronoBilling: { ...generatedCases('drChronoBilling'), ...billingCases },
	drChronoClinical: { ...generatedCases('drChronoClinical'), ...clinicalCases },
	drChronoClinicalNotes: { ...generatedCases('drChronoClinicalNotes'), ...clinicalNotesCases },
	drChronoDocuments: { ...generatedCases('drChronoDocuments'), ...documentsCases },
	drChronoIframe: iframeCases,
	drChronoJwt: jwtCases,
	drChronoLabs: { ...generatedCases('drChronoLabs'), ...labsCases },
	drChronoMessages: { ...generatedCases('drChronoMessages'), ...messagesCases },
	drChronoPatients: { ...generatedCases('drChronoPatients'), ...patientsCases },
	drChronoPractice: generatedCases('drChronoPractice'),
	drChronoTasks: generatedCases('drChronoTasks'),
	drChronoUsers: { ...generatedCases('drChronoUsers'), ...usersCases },
};
