import { NodeOperationError } from 'n8n-workflow';
import { explainJwtRefusal, verifyJwt } from '../../shared/jwt/jwt';
import { clockTolerance, jwtRules, maximumAge, requiredClaims } from '../../shared/jwt/options';
import { defineOperation, property } from '../../shared/operation/operation';
import { clock } from '../../shared/transport/clock';
import { readClientSecret } from '../../shared/transport/credential';

export const verify = defineOperation({
	value: 'verify',
	name: 'Verify',
	action: 'Verify JWT',
	description: 'Check that a token comes from DrChrono, and read which doctor and patient it names',
	properties: [
		property({
			displayName: 'Token',
			name: 'token',
			type: 'string',
			required: true,
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. {{ $json.query.jwt }}',
			description:
				'The value of jwt in the address that DrChrono opened. After a Webhook node, drag it here from query → jwt in the input. It is checked with the Client Secret of the credential.',
		}),
		property({
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [clockTolerance, maximumAge, requiredClaims],
		}),
	],
	execute: async ({ node, params, itemIndex }) => {
		const secret = await readClientSecret(node);
		const rules = jwtRules(params.options);
		const verdict = await verifyJwt(params.token, secret, rules, clock.now());
		if ('claims' in verdict) return verdict.claims;
		const { message, description } = explainJwtRefusal(verdict);
		throw new NodeOperationError(node.getNode(), `${message} [item ${itemIndex}]`, {
			itemIndex,
			description,
		});
	},
});
