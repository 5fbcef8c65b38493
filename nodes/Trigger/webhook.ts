import {
	NodeOperationError,
	type IDataObject,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { clock } from '../shared/transport/clock';
import { readWebhookSecret } from '../shared/transport/credential';
import { admissionOf, type Answering } from './admission';
import {
	deliveryItem,
	isOfPractice,
	isWhole,
	readDelivery,
	type Delivery,
	type WholeDelivery,
} from './delivery';
import { eventsChosen, isWanted, PING } from './events';
import { readAccepted, type Accepted } from './memory';
import { textOf } from '../shared/messages/words';
import { isSigned, verificationToken } from './signature';

/** Preparing a run takes n8n several queries of its database, and so some times this. */
const REMIND_MS = 1;
/** Nobody waits longer for an answer of n8n. */
const PATIENCE_MS = 300_000;

/**
 * DrChrono's verification: `GET ?msg=...`, answered with `{"secret_token": ...}`. Refused with 401
 * when the credential has no secret, with 400 without a message.
 */
export async function verify(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const secret = await readWebhookSecret(functions);
	const { msg } = functions.getQueryData() as { msg?: unknown };
	if (secret === '') {
		return refuse(functions, 401, 'The DrChrono credential in n8n has no Webhook Secret');
	}
	if (typeof msg !== 'string' || msg === '') return refuse(functions, 400, 'There is no msg');
	return answer(functions, 200, { secret_token: verificationToken(secret, msg) });
}

/**
 * A delivery: refused with 401 unless it is signed, and with 400 if it has no record, so that DrChrono
 * delivers it again; else answered, and passed on at most once.
 */
export async function receive(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const headers = functions.getHeaderData() as IDataObject;
	if (!isSigned(await readWebhookSecret(functions), headers['x-drchrono-signature'])) {
		return refuse(functions, 401, 'The signature is not the webhook secret');
	}
	const delivery = readDelivery(headers, await bodiesOf(functions));
	if (!delivery) return refuse(functions, 400, 'There is no X-drchrono-event');
	const choice = choiceOf(functions);
	if (!isWanted(delivery.event, choice) || !isOfPractice(delivery, choice.practices)) {
		return answer(functions, 200, { received: true });
	}
	const whole = delivery.event === PING ? { record: {}, ...delivery } : delivery;
	if (!isWhole(whole)) return refuse(functions, 400, 'There is no object in the body');
	return (await repeated(functions, whole)) ?? passOn(functions, whole);
}

/** The answer to a delivery that must not run the workflow again; `undefined` if it must run. */
async function repeated(
	functions: IWebhookFunctions,
	{ id }: Delivery,
): Promise<IWebhookResponseData | undefined> {
	// While somebody tries the workflow out in the editor, everything starts it.
	if (id === '' || functions.getMode() === 'manual') return undefined;
	const memory: IDataObject = functions.getWorkflowStaticData('node');
	const admission = admissionOf(functions.getWorkflow().id ?? '', functions.getNode().id);
	const response = responseTo(functions);
	const verdict = await admission.judge(id, readAccepted(memory.accepted), response);
	if (verdict.kind === 'accepted') return answer(functions, 200, { received: true });
	if (verdict.kind === 'starting') return refuse(functions, 503, 'This delivery is being started');
	void remember(memory, verdict.accepted, response);
	return undefined;
}

/**
 * Leaves what n8n is to store when the run has started. n8n 2.x forgets that the static data was
 * changed while it prepares the run, and would then store nothing. So the change is made anew until n8n
 * has answered, which it does after it has stored the static data.
 */
async function remember(
	memory: IDataObject,
	accepted: Accepted,
	answering: Answering,
): Promise<void> {
	const until = clock.now() + PATIENCE_MS;
	do {
		Object.assign(memory, { accepted });
		await clock.sleep(REMIND_MS);
	} while (!answering.writableEnded && clock.now() < until);
}

/** What n8n uses of a request: the body as it came, read only when it is asked for. */
interface RawRequest {
	readRawBody?: () => Promise<void>;
	readonly rawBody?: unknown;
}

/** The body as n8n has parsed it, and as it came. */
async function bodiesOf(functions: IWebhookFunctions): Promise<unknown[]> {
	const request = functions.getRequestObject() as RawRequest;
	await request.readRawBody?.();
	return [functions.getBodyData(), request.rawBody];
}

function passOn(functions: IWebhookFunctions, delivery: WholeDelivery): IWebhookResponseData {
	const output = {
		output: functions.getNodeParameter('output', 'simplified'),
		fields: functions.getNodeParameter('fields', []),
	};
	return { workflowData: [[{ json: deliveryItem(delivery, output, clock.now()) }]] };
}

/** What of DrChrono's events the workflow wants. */
interface Choice {
	readonly events: readonly string[];
	readonly passPings: boolean;
	/** IDs of practice groups; all if there are none. */
	readonly practices: readonly string[];
}

function choiceOf(functions: IWebhookFunctions): Choice {
	const { passPings, practices } = functions.getNodeParameter('options', {}) as IDataObject;
	return {
		events: eventsChosen(functions.getNodeParameter('events', [])),
		passPings: passPings === true,
		practices: textOf(practices)
			.split(/[\s,;]+/)
			.filter(Boolean),
	};
}

/** @throws NodeOperationError when the credential has no webhook secret */
export async function requireWebhookSecret(
	functions: Pick<IWebhookFunctions, 'getCredentials' | 'getNode'>,
): Promise<void> {
	if ((await readWebhookSecret(functions)) !== '') return;
	throw new NodeOperationError(functions.getNode(), 'The credential has no Webhook Secret', {
		description:
			'Without it anybody could start this workflow, so nothing can. Think up a secret, long and random, enter it as Webhook Secret in the DrChrono credential, and the same as the secret token of the webhook on DrChrono’s API-management page.',
	});
}

function refuse(functions: IWebhookFunctions, status: number, detail: string) {
	return answer(functions, status, { detail });
}

/** What is used of Express's response, whose types n8n-workflow refers to but does not bring. */
interface HttpResponse extends Answering {
	status(code: number): HttpResponse;
	json(body: IDataObject): void;
}

function responseTo(functions: IWebhookFunctions): HttpResponse {
	return functions.getResponseObject() as HttpResponse;
}

/** An answer that starts no run. */
function answer(
	functions: IWebhookFunctions,
	status: number,
	body: IDataObject,
): IWebhookResponseData {
	responseTo(functions).status(status).json(body);
	return { noWebhookResponse: true };
}
