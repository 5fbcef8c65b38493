import type { INodeProperties } from 'n8n-workflow';
import { doctor, office, ownUser, patient } from './filters';
import type { Origin, Source } from './sources';

const list = (names: string): string[] => names.trim().split(/\s+/);

/** A list that is watched seldom: its fields are offered when somebody asks for them. */
function plain(
	value: string,
	name: string,
	path: string,
	fields: { readonly simplified: string; readonly others?: string; readonly id?: string },
	filters: readonly INodeProperties[] = [],
): Source {
	const { simplified, others = '', id = 'id' } = fields;
	const all = list(`${simplified} ${others}`);
	const origin: Origin = all.includes('created_at')
		? { kind: 'time', field: 'created_at' }
		: { kind: 'ascendingId' };
	return {
		value,
		name,
		path: `/api/${path}`,
		since: 'since',
		id,
		origin,
		lookBackDays: origin.kind === 'time' ? 0 : 7,
		filters,
		simplified: list(simplified),
		others: others === '' ? [] : list(others),
	};
}

/** Every other list of the contract that can be asked for changes, in the order of their names. */
export const moreSources: readonly Source[] = [
	plain(
		'auditLog',
		'Audit Log Entries',
		'audit_log',
		{
			id: '',
			simplified: `created_at type action name_of_user user_id patient appointment_id doctor_id
				field page`,
			others: 'ip_address updated_at',
		},
		[doctor, patient, ownUser],
	),
	plain(
		'clinicalNoteFieldValue',
		'Clinical Note Field Values',
		'clinical_note_field_values',
		{ simplified: 'id appointment clinical_note_field value created_at updated_at' },
		[doctor],
	),
	plain(
		'commLog',
		'Phone Calls',
		'comm_logs',
		{
			simplified: 'id patient doctor title message type scheduled_time duration author updated_at',
			others: 'appointment archived cash_charged created_at',
		},
		[doctor, patient],
	),
	plain(
		'customInsurancePlanName',
		'Custom Insurance Plan Names',
		'custom_insurance_plan_names',
		{ simplified: 'id insurance_plan_name doctor user archived created_at updated_at' },
		[doctor, ownUser],
	),
	plain(
		'feeSchedule',
		'Fee Schedules',
		'fee_schedules',
		{
			simplified: `id code code_type description base_price insured_price cash_price plan_name
				doctor updated_at`,
			others: `allowed_amount billing_description cpt_hcpcs_modifier1 cpt_hcpcs_modifier2
				cpt_hcpcs_modifier3 cpt_hcpcs_modifier4 created_at insured_out_of_network_price ndc_code
				ndc_quantity ndc_units office payer_id picklist_category`,
		},
		[doctor],
	),
	plain(
		'inventoryCategory',
		'Inventory Categories',
		'inventory_categories',
		{ simplified: 'id name category_type doctor archived created_at updated_at' },
		[doctor],
	),
	plain(
		'inventoryVaccine',
		'Inventory Vaccines',
		'inventory_vaccines',
		{
			simplified: `id name cvx_code lot_number manufacturer current_quantity expiry status doctor
				updated_at`,
			others: `category cost created_at manufacturer_code note original_quantity price
				price_with_tax sales_tax_applicable vaccination_type`,
		},
		[doctor],
	),
	plain(
		'labDocument',
		'Lab Documents',
		'lab_documents',
		{ simplified: 'id lab_order type timestamp document', others: 'hl7' },
		[doctor],
	),
	plain(
		'labOrder',
		'Lab Orders',
		'lab_orders',
		{
			simplified: `id patient doctor status priority timestamp requisition_id accession_number
				sublab notes`,
			others: 'documents external_requisition_id icd10_codes',
		},
		[doctor],
	),
	plain(
		'labOrderSummary',
		'Lab Orders (Summary)',
		'lab_orders_summary',
		{
			simplified: `id patient doctor status priority timestamp requisition_id accession_number
				sublab notes`,
			others: 'documents external_requisition_id icd10_codes',
		},
		[doctor, patient],
	),
	plain('lineItemDeletion', 'Line Item Deletions', 'line_item_deletions', {
		id: 'billing_line_item_id',
		simplified: 'billing_line_item_id appointment_id created_at',
	}),
	plain(
		'lineItem',
		'Line Items',
		'line_items',
		{
			simplified: `id appointment patient doctor code procedure_type service_date price billed
				balance_total`,
			others: `adjustment allowed balance_ins balance_pt billing_status denied_flag 
				diagnosis_pointers expected_reimbursement ins1_paid ins2_paid ins3_paid ins_total
				insurance_status modifiers paid_total posted_date pt_paid quantity units updated_at`,
		},
		[doctor, office, patient],
	),
	plain(
		'patientMessage',
		'Portal Messages',
		'patient_messages',
		{ simplified: 'id patient doctor subject body message attachments created_at updated_at' },
		[doctor, patient],
	),
	plain(
		'patientPaymentLog',
		'Patient Payment Log Entries',
		'patient_payment_log',
		{
			simplified: `id patient doctor appointment action amount payment_method source created_by
				updated_at`,
		},
		[doctor, office],
	),
	plain(
		'patientPayment',
		'Patient Payments',
		'patient_payments',
		{
			simplified: `id patient doctor appointment amount payment_method received_date posted_date
				line_item trace_number`,
			others: 'created_at created_by notes payment_transaction_type updated_at',
		},
		[doctor, patient],
	),
	plain(
		'patientSummary',
		'Patients (Summary)',
		'patients_summary',
		{
			simplified: `id chart_id first_name last_name date_of_birth gender email cell_phone doctor
				updated_at`,
			others: 'created_at',
		},
		[doctor],
	),
	plain(
		'patientVaccineRecord',
		'Patient Vaccine Records',
		'patient_vaccine_records',
		{
			simplified: `id patient name cvx_code administration_start administered_by
				completion_status route lot_number manufacturer`,
			others: `administered_at amount comments consent_form cpt_code created_at doses entered_by
				funding_eligibility next_dose_date observed_immunity ordering_doctor record_source site
				units updated_at vaccine_inventory vis`,
		},
		[doctor, patient],
	),
	plain(
		'prescriptionMessage',
		'Prescription Messages',
		'prescription_messages',
		{
			simplified: `id patient doctor message_type message_status message_direction pharmacy
				parent_message created_at`,
			others: 'json_data',
		},
		[doctor, patient],
	),
	plain('taskCategory', 'Task Categories', 'task_categories', {
		simplified: 'id name is_global practice_group archived created_at updated_at',
	}),
	plain('taskNote', 'Task Notes', 'task_notes', {
		simplified: 'id task text created_by archived created_at updated_at',
	}),
	plain('taskStatus', 'Task Statuses', 'task_statuses', {
		simplified:
			'id name status_category task_category practice_group archived created_at updated_at',
	}),
	plain('taskTemplate', 'Task Templates', 'task_templates', {
		simplified: `id name default_title default_category default_status default_priority
			default_assignee_user default_assignee_group archived updated_at`,
		others: 'created_at default_due_date_offset default_note practice_group',
	}),
	plain(
		'transaction',
		'Transactions',
		'transactions',
		{
			simplified: `id line_item appointment patient doctor ins_name ins_paid adjustment
				claim_status posted_date`,
			others: `adjustment_group_code adjustment_reason check_date created_at insurance
				trace_number updated_at`,
		},
		[doctor],
	),
];
