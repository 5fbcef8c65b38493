import type { INode, INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../simulator';
import { canvasNode, manualTrigger, noOperation } from '../support/canvas';

/** A filled-in node as a page of docs/nodes/ shows it. */
export interface Scene {
	/** docs/images/<name>.png */
	readonly name: string;
	readonly node: INode;
	/** What comes before it in the workflow, and is executed too. */
	readonly before: readonly INode[];
	readonly after?: readonly INode[];
	/** A text of the output that the picture waits for; the node is not executed without one. */
	readonly output?: string;
	/** For a node with an address of its own: it is shown. */
	readonly showsUrl?: boolean;
}

const TYPE = 'n8n-nodes-drchrono.';

/** What a locator holds once someone has picked from its list. */
function picked(value: unknown, cachedResultName: string): INodeParameters {
	return { __rl: true, mode: 'list', value: String(value), cachedResultName };
}

/** An item as another node, or a form, would give it. */
function given(name: string, fields: Readonly<Record<string, string>>): INode {
	const parameters = { mode: 'raw', jsonOutput: JSON.stringify(fields), options: {} };
	return { ...canvasNode(name, 'n8n-nodes-base.set', parameters), typeVersion: 3.4 };
}

/** The same item's text as a file. */
const fileOfText: INode = {
	...canvasNode('Scan', 'n8n-nodes-base.convertToFile', {
		operation: 'toText',
		sourceProperty: 'text',
		options: { fileName: 'referral.txt' },
	}),
	typeVersion: 1.1,
};

export function scenes(simulator: Simulator, credential: string, token: string): Scene[] {
	const [patient] = simulator.store.patients.all().slice(4);
	const [doctor] = simulator.store.doctors.all();
	const { last_name, first_name, date_of_birth, chart_id } = patient;
	const patientPicked = picked(
		patient.id,
		`${String(last_name)}, ${String(first_name)} · ${String(date_of_birth)} · ${String(chart_id)}`,
	);
	const doctorPicked = picked(
		doctor.id,
		`${String(doctor.last_name)}, ${String(doctor.first_name)} · ${String(doctor.specialty)}`,
	);
	const drChrono = (name: string, type: string, parameters: INodeParameters) => ({
		...canvasNode(name, TYPE + type, parameters, credential),
		webhookId: `2f7c1d3e-0000-4000-8000-00000000000${String(type.length % 10)}`,
	});
	return [
		{
			name: 'patients',
			before: [manualTrigger],
			node: drChrono('Get patient', 'drChronoPatients', {
				resource: 'patient',
				operation: 'get',
				patientId: patientPicked,
			}),
			output: String(chart_id),
		},
		{
			name: 'appointments',
			before: [manualTrigger],
			node: drChrono('Get many appointments', 'drChronoAppointments', {
				resource: 'appointment',
				operation: 'getAll',
				dateMode: 'thisWeek',
				filters: { doctor: doctorPicked },
			}),
			output: 'scheduled_time',
		},
		{
			name: 'documents',
			before: [manualTrigger, given('Letter', { text: 'Synthetic referral letter' }), fileOfText],
			node: drChrono('Upload document', 'drChronoDocuments', {
				operation: 'upload',
				patientId: patientPicked,
				doctor: doctorPicked,
				description: 'Referral letter',
				date: '2026-03-02',
				metatags: ['referral'],
			}),
			output: 'alreadyFiled',
		},
		{
			name: 'users',
			before: [manualTrigger],
			node: drChrono('Get many doctors', 'drChronoUsers', {
				resource: 'doctor',
				operation: 'getAll',
			}),
			output: String(doctor.last_name),
		},
		{
			name: 'iframe',
			before: [manualTrigger],
			node: drChrono('Register doctor', 'drChronoIframe', { operation: 'register' }),
			output: 'registered',
		},
		{
			name: 'jwt',
			before: [manualTrigger, given('Request', { jwt: token })],
			node: drChrono('Verify JWT', 'drChronoJwt', {
				operation: 'verify',
				token: '={{ $json.jwt }}',
			}),
			output: 'practice_id',
		},
		{
			name: 'trigger',
			before: [],
			node: drChrono('DrChrono Trigger', 'drChronoTrigger', {
				events: ['APPOINTMENT_CREATE', 'PATIENT_MODIFY'],
			}),
			after: [noOperation],
			showsUrl: true,
		},
		{
			name: 'polling-trigger',
			before: [],
			node: drChrono('DrChrono Polling Trigger', 'drChronoPollingTrigger', {
				resource: 'document',
				triggerOn: 'both',
				filters: { doctor: doctorPicked },
			}),
			after: [noOperation],
			output: 'metatags',
		},
		{
			name: 'iframe-trigger',
			before: [],
			node: drChrono('DrChrono Iframe Trigger', 'drChronoIframeTrigger', {}),
			after: [noOperation],
			showsUrl: true,
		},
	];
}
