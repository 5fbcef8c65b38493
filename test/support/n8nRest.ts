import { parse } from 'flatted';

export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Olive',
	lastName: 'Owner',
	password: 'Synthetic-1',
};

export interface ExecutionSummary {
	readonly id: string;
	readonly workflowId: string;
	readonly status: string;
}

/** n8n's own REST API, the one its editor uses. */
export class N8nRest {
	private cookie = '';

	constructor(private readonly url: string) {}

	/** @throws when n8n does not answer with success */
	async request<T>(method: string, path: string, body?: unknown): Promise<T> {
		const { status, content } = await this.send(method, path, body);
		if (status >= 300) {
			throw new Error(`${method} ${path}: ${status} ${JSON.stringify(content).slice(0, 400)}`);
		}
		const wrapped = typeof content === 'object' && content !== null && 'data' in content;
		return (wrapped ? content.data : content) as T;
	}

	/** Answers before the API is there are neither success nor failure. */
	async untilReady(check: () => void): Promise<void> {
		for (let attempt = 0; attempt < 240; attempt++) {
			check();
			try {
				const { status, content } = await this.send('GET', '/rest/settings');
				if (status === 200 && typeof content === 'object') return;
			} catch (error) {
				// Nothing listens yet. Jest's realm has another TypeError than fetch.
				if ((error as Error).message !== 'fetch failed') throw error;
			}
			await new Promise((resolve) => setTimeout(resolve, 500));
		}
		throw new Error('n8n did not become ready within two minutes');
	}

	async setUpOwner(): Promise<void> {
		for (let attempt = 0; attempt < 60; attempt++) {
			const { status } = await this.send('POST', '/rest/owner/setup', OWNER);
			if (status === 200) break;
			await new Promise((resolve) => setTimeout(resolve, 500));
		}
		await this.login();
	}

	async login(): Promise<void> {
		const { email, password } = OWNER;
		await this.request('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	async executions(workflowId?: string): Promise<ExecutionSummary[]> {
		const all: ExecutionSummary[] = [];
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		for (let lastId = ''; ;) {
			const { results } = await this.request<{ results: ExecutionSummary[] }>(
				'GET',
				`/rest/executions?limit=100&filter=${filter}${lastId && `&lastId=${lastId}`}`,
			);
			all.push(...results);
			if (results.length < 100) return all;
			lastId = results[results.length - 1].id;
		}
	}

	/** The data of one execution, as n8n keeps it. */
	async executionData<T>(id: string): Promise<T> {
		const { data } = await this.request<{ data: string }>('GET', `/rest/executions/${id}`);
		return parse(data) as T;
	}

	private async send(method: string, path: string, body?: unknown) {
		const response = await fetch(this.url + path, {
			method,
			headers: {
				'content-type': 'application/json',
				'browser-id': 'tests',
				...(this.cookie && { cookie: this.cookie }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const cookies = response.headers.getSetCookie();
		if (cookies.length > 0) this.cookie = cookies.map((one) => one.split(';')[0]).join('; ');
		const text = await response.text();
		const json = response.headers.get('content-type')?.includes('json');
		return { status: response.status, content: (json ? JSON.parse(text) : text) as unknown };
	}
}
