import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type IHttpRequestOptions,
	type INodeCredentialsDetails,
	type INodeProperties,
} from 'n8n-workflow';
import type { ConnectOptions, Simulator } from '../simulator';

export const CREDENTIAL_TYPE = 'drChronoOAuth2Api';

/** A connected credential as n8n would have stored it, for one application of the simulator. */
export function connectedCredential(
	simulator: Pick<Simulator, 'url' | 'application' | 'connect'>,
	options?: ConnectOptions,
): ICredentialDataDecryptedObject {
	const { clientId, clientSecret, webhookSecret } = simulator.application;
	return {
		grantType: 'authorizationCode',
		clientId,
		clientSecret,
		webhookSecret,
		baseUrl: simulator.url,
		authUrl: `${simulator.url}/o/authorize/`,
		accessTokenUrl: `${simulator.url}/o/token/`,
		authentication: 'body',
		apiVersion: '',
		oauthTokenData: { ...simulator.connect(options) },
	};
}

/** The same where DrChrono did not say what it gave. */
export function withoutGranted(data: ICredentialDataDecryptedObject) {
	return { ...data, oauthTokenData: { ...(data.oauthTokenData as object), scope: undefined } };
}

/**
 * n8n's store of credentials, in memory: the one thing of n8n that tests replace. Several executions
 * share one, as they do in n8n.
 */
export class CredentialStore extends ICredentialsHelper {
	/** How often a renewed token was stored. */
	renewals = 0;

	constructor(public data: ICredentialDataDecryptedObject) {
		super();
	}

	getParentTypes(): string[] {
		return ['oAuth2Api'];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async getDecrypted(): Promise<ICredentialDataDecryptedObject> {
		return structuredClone(this.data);
	}

	async updateCredentialsOauthTokenData(
		_credential: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.data = { ...this.data, oauthTokenData: structuredClone(data.oauthTokenData) };
		this.renewals += 1;
	}

	async authenticate(
		_credentials: ICredentialDataDecryptedObject,
		_type: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return options;
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('n8n-core reads decrypted credentials only');
	}

	async updateCredentials(): Promise<void> {
		throw new Error('n8n-core stores OAuth tokens only');
	}

	getCredentialsProperties(): INodeProperties[] {
		return [];
	}
}
