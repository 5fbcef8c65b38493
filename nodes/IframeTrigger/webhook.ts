import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { explainJwtRefusal, type JwtRules } from '../shared/jwt/jwt';
import { jwtRules } from '../shared/jwt/options';
import { ParameterIssue, readParameter } from '../shared/input/parameters';
import { clock } from '../shared/transport/clock';
import { readStored } from '../shared/transport/credential';
import { textOf } from '../shared/messages/words';
import { frameAnswer, framePolicy, NOT_SET_UP, STRANGER, turnAway } from './answer';
import { options } from './properties';
import { admit, iframeItem, type Admission, type Admitted } from './request';

/**
 * A page of DrChrono opens the iframe. The workflow starts with the token's claims, and apart from
 * them what else the address says, or does not start and the answer is 403.
 */
export async function receive(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const stored = await readStored(functions);
	const clientSecret = textOf(stored.clientSecret);
	frameAnswer(functions, framePolicy(textOf(stored.baseUrl)));
	const rules = rulesOf(functions);
	if (!clientSecret) {
		return refuse(functions, 'The DrChrono credential has no Client Secret', NOT_SET_UP);
	}
	if (rules instanceof ParameterIssue) {
		return refuse(functions, `“${rules.path.join(' → ')}” ${rules.message}`);
	}
	const query = functions.getQueryData() as IDataObject;
	const admission = await admit(query, clientSecret, rules, clock.now());
	return 'claims' in admission
		? { workflowData: [[{ json: iframeItem(admission) }]] }
		: refuse(functions, reasonOf(admission));
}

function rulesOf(functions: IWebhookFunctions): JwtRules | ParameterIssue {
	const raw: unknown = functions.getNodeParameter('options', {});
	const read = readParameter(options, raw, { timeZone: functions.getTimezone() });
	return read instanceof ParameterIssue ? read : jwtRules(read as IDataObject);
}

/** The reason is for who looks after n8n; a stranger learns nothing. */
function refuse(
	functions: IWebhookFunctions,
	reason: string,
	notice = STRANGER,
): IWebhookResponseData {
	functions.logger.warn(`DrChrono Iframe Trigger turned a request away: ${reason}`);
	return turnAway(functions, notice);
}

function reasonOf(refusal: Exclude<Admission, Admitted>): string {
	switch (refusal.reason) {
		case 'no-token':
			return 'The address has no jwt';
		case 'altered-address':
			return 'The doctor, patient or practice in the address is not the token’s';
		default:
			return explainJwtRefusal(refusal).message;
	}
}
