import type { Resource } from '../shared/operation/operation';
import { auditEntry } from './auditEntry';
import { customAppointmentField } from './customAppointmentField';
import { customField } from './customField';
import { customVital } from './customVital';
import { flag } from './flag';
import { inventoryCategory } from './inventoryCategory';
import { reminderProfile } from './reminderProfile';
import { vaccineLot } from './vaccineLot';

export const resources: readonly Resource[] = [
	customField,
	customAppointmentField,
	customVital,
	flag,
	reminderProfile,
	vaccineLot,
	inventoryCategory,
	auditEntry,
];
