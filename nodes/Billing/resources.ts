import type { Resource } from '../shared/operation/operation';
import { authorization } from './authorization';
import { billingNote } from './billingNote';
import { billingProfile } from './billingProfile';
import { customInsurancePlan } from './customInsurancePlan';
import { daySheet } from './daySheet';
import { eligibilityCheck } from './eligibilityCheck';
import { eob } from './eob';
import { feeSchedule } from './feeSchedule';
import { feeSchedulePlan } from './feeSchedulePlan';
import { insurance } from './insurance';
import { lineItem } from './lineItem';
import { lineItemDeletion } from './lineItemDeletion';
import { patientPayment } from './patientPayment';
import { paymentLog } from './paymentLog';
import { transaction } from './transaction';

export const resources: readonly Resource[] = [
	lineItem,
	lineItemDeletion,
	transaction,
	patientPayment,
	paymentLog,
	eligibilityCheck,
	billingNote,
	eob,
	insurance,
	authorization,
	feeSchedule,
	feeSchedulePlan,
	billingProfile,
	customInsurancePlan,
	daySheet,
];
