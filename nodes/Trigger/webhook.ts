import {
	NodeOperationError,
	type IDataObject,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { clock } from '../shared/transport/clock';
import { readWebhookSecret } from '../shared/transport/credential';
import { admissionOf, type Answering } from './admission';
import { deliveryItem, readDelivery, type Delivery } from './delivery';
import { isWanted } from './events';
import { readAccepted, type Accepted } from './memory';
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

/** A delivery: refused with 401 unless it is signed, else answered, and passed on at most once. */
export async function receive(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const headers = functions.getHeaderData() as IDataObject;
	if (!isSigned(await readWebhookSecret(functions), headers['x-drchrono-signature'])) {
		return refuse(functions, 401, 'The signature is not the webhook secret');
	}
	const delivery = readDelivery(headers, functions.getBodyData());
	if (!delivery) return refuse(functions, 400, 'There is no X-drchrono-event');
	if (!isWanted(delivery.event, choiceOf(functions))) {
		return answer(functions, 200, { received: true });
	}
	return (await repeated(functions, delivery)) ?? passOn(functions, delivery);
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

function passOn(functions: IWebhookFunctions, delivery: Delivery): IWebhookResponseData {
	const output = {
		output: functions.getNodeParameter('output', 'simplified'),
		fields: functions.getNodeParameter('fields', []),
	};
	return { workflowData: [[{ json: deliveryItem(delivery, output, clock.now()) }]] };
}

function choiceOf(functions: IWebhookFunctions): { events: string[]; passPings: boolean } {
	const { passPings } = functions.getNodeParameter('options', {}) as { passPings?: boolean };
	const events = functions.getNodeParameter('events', []) as string[];
	return { events, passPings: passPings === true };
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
