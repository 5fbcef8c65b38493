import { get as appointment } from '../Appointments/appointment/get.operation';
import { patient } from '../Patients/patient';
import { offeredFields } from '../shared/operation/output';

/** The fields of the object that a delivery carries, from the API's contract. */
interface RecordFields {
	/** At most 10, the most useful first. */
	readonly simplified: readonly string[];
	readonly others: readonly string[];
}

const list = (names: string): string[] => names.trim().split(/\s+/);

/** By the resource of an event (see events.ts). */
export const RECORDS: Readonly<Record<string, RecordFields>> = {
	appointment: {
		simplified: list(
			'id patient doctor office scheduled_time duration status reason exam_room updated_at',
		),
		others: offeredFields([appointment]),
	},
	cashPayment: {
		simplified: list(`id patient doctor appointment amount payment_method received_date
			posted_date line_item trace_number`),
		others: list('created_at created_by notes payment_transaction_type updated_at'),
	},
	clinicalNote: {
		simplified: list('id appointment patient locked pdf updated_at archived signee'),
		others: list('clinical_note_sections'),
	},
	labOrder: {
		simplified: list(`id patient doctor status priority timestamp requisition_id
			accession_number sublab notes`),
		others: list('documents external_requisition_id icd10_codes'),
	},
	lineItem: {
		simplified: list(`id appointment patient doctor code procedure_type service_date price
			billed balance_total`),
		others: list(`adjustment allowed balance_ins balance_pt billing_status denied_flag description
			diagnosis_pointers expected_reimbursement ins1_paid ins2_paid ins3_paid
			ins_total insurance_status modifiers paid_total posted_date pt_paid quantity
			units updated_at`),
	},
	lineItemTransaction: {
		simplified: list(`id line_item appointment patient doctor ins_name ins_paid adjustment
			claim_status posted_date`),
		others: list(`adjustment_group_code adjustment_reason check_date created_at insurance
			trace_number updated_at`),
	},
	patient: {
		simplified: list(`id chart_id first_name last_name date_of_birth gender email cell_phone
			doctor updated_at`),
		others: offeredFields(patient.operations),
	},
	patientAllergy: {
		simplified: list('id patient doctor description reaction status notes rxnorm snomed_code'),
		others: list('snomed_reaction verification_status'),
	},
	patientFlag: {
		simplified: list('id patient name doctor color priority archived created_at updated_at'),
		others: [],
	},
	patientMedication: {
		simplified: list(`id patient doctor name status dosage_quantity dosage_units frequency
			date_prescribed appointment`),
		others: list(`date_started_taking date_stopped_taking daw dispense_quantity indication ndc
			notes number_refills order_status pharmacy_note prn route rxnorm signature_note`),
	},
	patientProblem: {
		simplified: list(`id patient doctor name icd_code icd_version status category date_onset
			date_diagnosis`),
		others: list(`abatement_date appointment date_changed description info_url notes problem_type
			snomed_ct_code verification_status`),
	},
	task: {
		simplified: list(`id title status priority category assignee_user assignee_group due_date
			created_by updated_at`),
		others: list('archived assigned_by associated_items created_at notes'),
	},
	vaccine: {
		simplified: list(`id patient name cvx_code administration_start administered_by
			completion_status route lot_number manufacturer`),
		others: list(`administered_at amount comments consent_form cpt_code created_at doses
			entered_by funding_eligibility next_dose_date observed_immunity ordering_doctor
			record_source site units updated_at vaccine_inventory vis`),
	},
};

/** What Selected Fields offers: the fields of all resources. */
export const allRecordFields: string[] = [
	...new Set(
		Object.values(RECORDS).flatMap(({ simplified, others }) => [...simplified, ...others]),
	),
].sort();

/** What Selected Fields starts with: fields that nearly every resource has. */
export const commonFields: readonly string[] = ['id', 'patient', 'doctor', 'updated_at'];
