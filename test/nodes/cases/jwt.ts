import type { IDataObject } from 'n8n-workflow';
import { forge } from '../../support/jwt';
import type { OperationCase } from './index';

const secret = 'simulator-client-secret';
const token = (patient_id: number) =>
	forge(
		{ doctor_id: 1, patient_id, practice_id: 1, iat: Math.floor(Date.now() / 1000) },
		{ secret },
	);

export const jwtCases: Record<string, OperationCase> = {
	verify: {
		parameters: { token: '={{ $json.jwt }}' },
		// Made when they are asked for: a token is good for five minutes.
		get items(): [IDataObject, IDataObject] {
			return [{ jwt: token(1) }, { jwt: token(2) }];
		},
		refusal: {
			parameters: { token: forge({ patient_id: 1 }, { secret: 'another' }) },
			message: 'The token’s signature does not match',
		},
	},
};
