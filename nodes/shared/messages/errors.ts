import { NodeApiError } from 'n8n-workflow';
import { isObject } from '../json';
import type { ApiFunctions } from '../transport/credential';
import type { Trouble } from '../transport/cause';
import { clock } from '../transport/clock';
import type { Failure, Method } from '../transport/retry';
import { perhapsAll, permissionFor } from './permissions';
import { DateTime } from '../vendor/luxon';
import { told } from './said';

/** What a request was about, as far as a message may tell. */
export interface Circumstances {
	readonly method: Method;
	readonly path: string;
	/** What was sent: none of it may show up in a message. */
	readonly sent: readonly unknown[];
	readonly itemIndex?: number;
	readonly labels?: Readonly<Record<string, string>>;
}

interface Words {
	readonly message: string;
	readonly description: string;
}

/** An error of n8n for a request that came to nothing, in words a user can act on. */
export function failureError(
	functions: ApiFunctions,
	failure: Failure,
	circumstances: Circumstances,
): NodeApiError {
	const { itemIndex } = circumstances;
	const { message, description } = explain(failure, circumstances, functions.getTimezone());
	const httpCode = 'status' in failure && failure.status ? String(failure.status) : null;
	const error = new NodeApiError(
		functions.getNode(),
		{ message },
		{
			message: itemIndex === undefined ? message : `${message} [item ${itemIndex}]`,
			description,
			httpCode: failure.kind === 'throttled' ? '429' : (httpCode ?? undefined),
			itemIndex,
		},
	);
	if ('code' in failure && failure.code) error.context.networkCode = failure.code;
	return error;
}

/** What happened and how to get on, without anything of a record. Pure but for the time of day. */
export function explain(failure: Failure, about: Circumstances, timeZone: string): Words {
	switch (failure.kind) {
		case 'refused': {
			const words = explainRefusal(failure.status, failure.body, about);
			return { ...words, message: `${words.message}${oneLikeIt(failure)}` };
		}
		case 'throttled': {
			const at = DateTime.fromMillis(clock.now() + failure.forMs, { zone: timeZone });
			return {
				message: `DrChrono accepts no more requests of this application until ${at.toFormat('HH:mm:ss')} (${timeZone})`,
				description:
					'An application has 500 requests an hour and fewer than 10 a second. Run again after that time, or raise Maximum Wait under Options so that the node waits by itself.',
			};
		}
		case 'unauthorized':
			return {
				message: 'DrChrono no longer accepts this connection',
				description:
					'Open the DrChrono credential and connect it again. A connection ends when it is revoked, or when the same user connects the same application elsewhere.',
			};
		case 'renewed-in-vain':
			return {
				message: 'DrChrono does not accept this connection, although it was just renewed',
				description:
					'Nothing was carried out. Open the DrChrono credential and connect it again. If that does not help, check on DrChrono’s API-management page that the application is active, and that the user who connected it is.',
			};
		case 'unknown-application':
			return {
				message: 'DrChrono does not know this Client ID with this Client Secret',
				description:
					'Nothing was carried out. Compare both in the DrChrono credential with those of the application on DrChrono’s API-management page (Account → API Management). The connection itself need not be lost.',
			};
		case 'not-renewed':
			return {
				message: `The connection to DrChrono could not be renewed now: ${cause(failure)}`,
				description: `Nothing was carried out, and the connection is not lost. ${wayOut(failure)}`,
			};
		case 'not-granted':
			return {
				message: `This connection was not given the permission ${perhapsAll(failure.scopes.map(quoted))}`,
				description: `This was not sent to DrChrono. ${howToPermit(failure.scopes)}.`,
			};
		case 'file-refused':
			return {
				message: `The file could not be fetched: its address answered with status ${failure.status}`,
				description:
					'The address that DrChrono gives for a file is good for a short time only. Run the node again to get a fresh one. If that does not help, open the document in DrChrono and look whether its file is there.',
			};
		case 'ambiguous':
			return {
				message: `DrChrono may or may not have carried this out: ${cause(failure)}${oneLikeIt(failure)}`,
				description: failure.repeated
					? 'It was sent several times, which does no harm: what it changes is the same each time. Run this item again, or look in DrChrono whether the change is there.'
					: 'It was not sent again, so that nothing is stored twice. Look in DrChrono whether the record is there before you run this item again.',
			};
		case 'done-unseen':
			return {
				message: `DrChrono has carried this out, without giving the record back (${failure.unread ? explain(failure.unread, about, timeZone).message : `status ${failure.status}`})${oneLikeIt(failure)}`,
				description:
					'It was not sent again, so that nothing is stored twice. Look for the record in DrChrono.',
			};
		case 'unavailable':
			return {
				message: `DrChrono could not carry this out, also after several attempts: ${cause(failure)}`,
				description: `Nothing was changed. ${wayOut(failure)}`,
			};
		case 'not-sent':
			return {
				message: `The request did not reach DrChrono: ${cause(failure)}`,
				description: `Nothing was sent. ${wayOut(failure)}`,
			};
		case 'foreign-address':
			return {
				message: 'DrChrono’s answer points to an address outside its API',
				description:
					'It was not followed, so that the access token stays with DrChrono. Check the DrChrono Address in the credential.',
			};
		case 'too-many-redirects':
			return {
				message: 'DrChrono sent the request from one address to the next without an end',
				description:
					'Check the DrChrono Address in the credential, for example https://drchrono.com.',
			};
		case 'repeated-page':
			return {
				message: 'DrChrono’s list leads back to a page that was already read',
				description: 'Reading was stopped. Try again, or narrow the filters.',
			};
		case 'not-a-record':
			return {
				message: 'DrChrono’s answer is not a record',
				description:
					'Check the DrChrono Address and the API Version in the credential; versions before v4 answer differently.',
			};
		case 'not-a-page':
			return {
				message: 'DrChrono’s answer is not a list of records',
				description:
					'Check the DrChrono Address and the API Version in the credential; versions before v4 answer differently.',
			};
	}
}

const quoted = (name: string) => `"${name}"`;

function howToPermit(scopes: readonly string[]): string {
	return `In the credential choose Permissions → Choose Yourself, tick ${perhapsAll(scopes.map(quoted))} under What n8n May Do, and connect again`;
}

function explainRefusal(status: number, body: unknown, about: Circumstances): Words {
	const { method, path, sent, labels = {} } = about;
	if (status === 403) {
		const { scopes, permissions } = permissionFor(method, path);
		const user = permissions.length
			? `, and check that the DrChrono user who connected it has the permission ${perhapsAll(permissions)}`
			: '';
		return {
			message: 'DrChrono does not allow this connection to do that',
			description: `${howToPermit(scopes)}${user}.`,
		};
	}
	if (status === 404 && !/\/api\/[^/]+\/.*\d/.test(path)) {
		return {
			message: 'DrChrono has nothing at this address of its API',
			description:
				'Nothing was carried out. Check the DrChrono Address and the API Version in the credential, and with DrChrono whether the practice has this part of the API.',
		};
	}
	if (status === 404) {
		return {
			message: 'DrChrono has no record with this ID',
			description:
				'Check the ID. The record may have been deleted, or it belongs to another practice group, which this connection cannot see.',
		};
	}
	const said = told(body, labels, sent);
	// A practice's check for duplicates answers with 409 or, by other reports, with 400.
	if (status === 409 || mentions(/potential duplicate/i, body))
		return explainConflict(body, said, path);
	return {
		message: said
			? `DrChrono did not accept this: ${said}`
			: `DrChrono did not accept this (status ${status})`,
		description:
			status === 400
				? `Nothing was saved. ${isRefusedBreak(path, sent, body) ? BLOCKED_TIME : 'Correct what is named and run again.'}`
				: `DrChrono answered with status ${status}.`,
	};
}

/** Some practices take no appointment without a patient, which is what a break is. */
const isRefusedBreak = (path: string, sent: readonly unknown[], body: unknown): boolean =>
	/^\/api\/appointments(?:\/|$)/.test(path) &&
	sent.flat().some(hasNoPatient) &&
	mentions(/\bpatient\b/i, body);

const hasNoPatient = (record: unknown): boolean => isObject(record) && record.patient === null;

const BLOCKED_TIME =
	'This practice takes no break as an appointment. Use Blocked Time → Create in place of it: it needs neither a patient nor an exam room.';

function explainConflict(body: unknown, said: string, path: string): Words {
	const overlapping = overlappingIds(body);
	if (overlapping.length > 0) {
		return {
			message: `The appointment overlaps with appointment ${overlapping.join(', ')}`,
			description:
				'Choose another time, or turn on Allow Overlapping under Options to book it all the same.',
		};
	}
	if (mentions(/duplicate/i, body)) {
		return path.startsWith('/api/patients')
			? {
					message: 'DrChrono already has a patient like this one',
					description:
						'Name, birth date and gender are the same. Use Create or Update to change that patient, or turn on Allow Duplicates under Options.',
				}
			: {
					message: 'DrChrono already has one like this',
					description: 'Look at it in DrChrono before you send this again.',
				};
	}
	return {
		message: `DrChrono refused this, since it conflicts with what is stored${said ? `: ${said}` : ''}`,
		description: 'Nothing was saved.',
	};
}

function mentions(pattern: RegExp, body: unknown): boolean {
	return pattern.test(JSON.stringify(body ?? ''));
}

/** The appointments in `Appointment overlaps with [id]`: IDs begin with a digit, people do not. */
function overlappingIds(body: unknown): string[] {
	const list = /overlaps with \[?((?:[\s,'"\\]*\d[\w-]*)+)/i.exec(JSON.stringify(body ?? ''))?.[1];
	return list?.match(/\d[\w-]*/g) ?? [];
}

/** In words, since n8n replaces a message that has a network's code in it by one of its own. */
function cause({ status, cause: known }: Partial<Trouble>): string {
	switch (known) {
		case 'unreachable':
			return 'no connection came about';
		case 'certificate':
			return 'n8n does not trust the certificate that answered in its place';
		case 'handshake':
			return 'the encrypted connection did not come about';
		case 'proxy':
			return `the proxy refused the connection${status ? ` (status ${status})` : ''}`;
		case 'silent':
			return 'no answer came within the time limit';
		case 'stalled':
			return 'the answer stopped coming and did not go on within the time limit';
		case 'cut':
			return 'the connection broke before its whole answer was there';
		case 'no-record':
			return 'its server answered with something that is no record';
		case 'not-paired':
			return 'its answer does not show which record is which';
		default:
			return status
				? `its server answered with status ${status}`
				: 'its server answered with a web page or nothing in place of data';
	}
}

const oneLikeIt = ({ alike }: { readonly alike?: string }): string =>
	alike ? `. One like it is there, with the ID ${alike}` : '';

function wayOut({ cause: known }: Partial<Trouble>): string {
	switch (known) {
		case 'certificate':
			return 'A firewall or virus scanner of the clinic often puts its own certificate in the place of DrChrono’s: have the certificate of its authority put into a file, and start n8n with NODE_EXTRA_CA_CERTS set to that file. Else check the DrChrono Address in the credential.';
		case 'handshake':
			return 'Check the DrChrono Address in the credential, and with who looks after the network that n8n may reach DrChrono over https.';
		case 'proxy':
			return 'Have who looks after the network allow n8n to reach DrChrono through the proxy, and check name and password in HTTPS_PROXY.';
		case 'unreachable':
			return 'Check the internet connection of n8n and the DrChrono Address in the credential, then run again.';
		default:
			return 'Try again later, or check DrChrono’s status page.';
	}
}
