import type { Method } from '../transport/retry';

interface Permission {
	/** The scope to tick in the credential, as its display name. */
	readonly scope: string;
	/** The in-app permission of the user who connected, as DrChrono's contract names it. */
	readonly inApp?: string;
}

/** First part of a path → scope and in-app permission, from the OpenAPI's `security` and `x-permissions`. */
const PERMISSIONS: Readonly<Partial<Record<string, Permission>>> = {
	appointments: { scope: 'Calendar', inApp: 'Scheduling' },
	appointment_profiles: { scope: 'Calendar', inApp: 'Scheduling' },
	availability: { scope: 'Calendar', inApp: 'Scheduling' },
	clinical_notes: { scope: 'Clinical', inApp: 'Clinical Notes' },
	doctors: { scope: 'User' },
	documents: { scope: 'Patients', inApp: 'Manage Patients' },
	iframe_integration: { scope: 'User' },
	lab_results: { scope: 'Labs' },
	messages: { scope: 'Messages', inApp: 'Message Center' },
	offices: { scope: 'User' },
	patient_lab_results: { scope: 'Labs', inApp: 'Manage Patients' },
	patients: { scope: 'Patients', inApp: 'Manage Patients' },
	patients_summary: { scope: 'Patient Summaries', inApp: 'Manage Patients' },
	tasks: { scope: 'Tasks' },
	users: { scope: 'User' },
};

/** What a request needs, for the message of a 403. */
export function permissionFor(method: Method, path: string): Permission {
	const [, , resource = ''] = path.split('/');
	const access = method === 'GET' ? 'Read' : 'Write';
	const permission = PERMISSIONS[resource];
	return permission
		? { ...permission, scope: `${permission.scope}: ${access}` }
		: { scope: `…: ${access}` };
}
