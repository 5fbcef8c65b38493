import type { Resource } from '../shared/operation/operation';
import { message } from './message';
import { patientMessage } from './patientMessage';
import { phoneCall } from './phoneCall';

export const resources: readonly Resource[] = [message, patientMessage, phoneCall];
