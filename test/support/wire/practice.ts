import type { IncomingMessage, ServerResponse } from 'node:http';
import { act, bodyOf, Host, html, json, whole, type Now, type Reply } from './host';
import { FILE, FIRST_PAGE, LIST, record, SECRET, SUMMARY } from './records';
import { meaningOf, type Mood, type Sequence, type Step, type Told } from './steps';

/** A request that reached the API whole, and what became of it. */
export interface Heard {
	readonly method: string;
	readonly url: string;
	readonly step: Step | { readonly kind: 'expired' };
	readonly acted: boolean;
	readonly tells: Told;
	readonly body: Buffer;
}

/** What the servers know of a run. */
export interface Account {
	readonly heard: Heard[];
	readonly moods: Mood[];
	readonly fileSteps: Step[];
	/** How often nobody listened. */
	downs: number;
	/** What must not be: told at once, whatever the run says. */
	readonly wrong: string[];
}

const NAMED = 'with=user';

/** DrChrono, its token endpoint, a host of files and somebody else, for one run after the other. */
export class Surroundings {
	account: Account = emptyAccount();

	private runs = 0;

	private before = '';

	private api: Step[] = [];

	private token: Mood[] = [];

	private files: Step[] = [];

	private sequence?: Sequence;

	private now: Now = Date.now;

	private good = { access: '', refresh: '', number: 0 };

	private readonly drchrono = new Host(async (...exchange) => await this.answerApi(...exchange));

	private readonly elsewhere = new Host(async (...exchange) => await this.answerFile(...exchange));

	get url(): string {
		return this.drchrono.url;
	}

	get fileUrl(): string {
		return this.elsewhere.url;
	}

	/** A new run. @returns the token data of its credential */
	async begin(sequence: Sequence, now: Now): Promise<Record<string, string>> {
		this.runs += 1;
		this.before = JSON.stringify(this.sequence);
		this.account = emptyAccount();
		this.sequence = sequence;
		this.now = now;
		// One outage after the other is one outage.
		this.api = sequence.api.filter(isNoSecondOutage);
		this.token = [...sequence.token];
		this.files = sequence.files.filter(isNoSecondOutage);
		this.good = { access: '', refresh: '', number: 0 };
		await Promise.all([this.drchrono.open(), this.elsewhere.open()]);
		const tokens = this.issue();
		if (sequence.expired) this.good.access = '';
		this.maybeGoDown(this.api, this.drchrono);
		this.maybeGoDown(this.files, this.elsewhere);
		return tokens;
	}

	/** Time went on. */
	async at(now: number): Promise<void> {
		await Promise.all([this.drchrono.at(now), this.elsewhere.at(now)]);
	}

	async close(): Promise<void> {
		await Promise.all([this.drchrono.close(), this.elsewhere.close()]);
	}

	private issue(): Record<string, string> {
		const number = this.good.number + 1;
		const name = `${SECRET}-${this.runs}-${number}`;
		this.good = { access: `access-${name}`, refresh: `refresh-${name}`, number };
		const { access, refresh } = this.good;
		return { access_token: access, refresh_token: refresh, token_type: 'Bearer' };
	}

	/** What comes next; the last again where it goes on for ever. */
	private next<T>(steps: T[], forEver: boolean): T | undefined {
		return forEver && steps.length === 1 ? steps[0] : steps.shift();
	}

	private maybeGoDown(steps: Step[], host: Host): void {
		const [first] = steps;
		if (steps.length === 0 || first.kind !== 'down' || host.isDown) return;
		steps.shift();
		this.account.downs += 1;
		host.goDown(this.now() + first.forMs);
	}

	private async answerApi(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { account, runs } = this;
		const { method = '', url = '', headers } = request;
		const token = (headers.authorization ?? '').replace(/^Bearer /, '');
		const isToken = url.startsWith('/o/token/');
		if (!isToken && !token.includes(`-${SECRET}-${runs}-`)) {
			account.wrong.push(`a request of ${this.before} after its end: ${method} ${url}`);
		}
		const body = await bodyOf(request);
		if (!body || !this.sequence || runs !== this.runs) return;
		response.setHeader('date', new Date(this.now()).toUTCString());
		if (isToken) {
			this.answerToken(body.toString(), response);
			return;
		}
		if (url.includes(NAMED)) account.wrong.push('a request to an address with a user name');
		if (token !== this.good.access) {
			const step = { kind: 'expired' } as const;
			account.heard.push({ method, url, step, acted: false, tells: 'not done', body });
			whole(response, { status: 401, body: '{"detail":"Expired."}' });
			return;
		}
		const step = this.next(this.api, this.sequence.apiForEver) ?? { kind: 'ok' };
		const { acts, tells } = meaningOf(step);
		const good = this.goodAnswer(method, url);
		const isGone = step.kind === 'ok' && good.status === 404;
		account.heard.push({
			...{ method, url, step, body },
			acted: acts && !isGone,
			tells: isGone ? 'not done' : tells,
		});
		if (this.api[0]?.kind === 'down') response.setHeader('connection', 'close');
		this.maybeGoDown(this.api, this.drchrono);
		const { href } = new URL(url, this.url);
		act(step, good, response, {
			now: this.now,
			locations: {
				...this.locations(url),
				within: `${href}${url.includes('?') ? '&' : '?'}moved=1`,
			},
		});
	}

	private locations(url: string) {
		return {
			foreign: `${this.fileUrl}${url}`,
			user: `${this.url.replace('//', '//user:pass@')}${url}${url.includes('?') ? '&' : '?'}${NAMED}`,
			nonsense: 'http://:::',
		};
	}

	private goodAnswer(method: string, url: string): Reply {
		const giving = (value: unknown, status = 200): Reply => ({
			status,
			...json(JSON.stringify(value)),
		});
		const { pathname, searchParams } = new URL(url, this.url);
		if (method === 'POST') return giving(record(9), 201);
		if (method === 'DELETE') {
			const isGone = this.account.heard.some((one) => one.method === 'DELETE' && one.acted);
			return isGone ? giving({ detail: 'Not found.' }, 404) : { status: 204 };
		}
		if (method !== 'GET') return { status: 204 };
		if (pathname.startsWith('/files/')) return { status: 200, body: FILE };
		if (/ccda|summary/i.test(pathname)) return { status: 200, body: SUMMARY };
		if (pathname.startsWith('/api/documents/')) {
			return giving({
				id: 1,
				patient: 1,
				document: `${this.fileUrl}/files/letter.txt?signature=1`,
			});
		}
		if (/\d/.test(pathname.slice('/api/patients'.length))) return giving(record(1));
		const cursor = searchParams.get('cursor');
		return cursor
			? giving({ results: LIST.slice(FIRST_PAGE), next: null })
			: giving({
					results: LIST.slice(0, FIRST_PAGE),
					next: `${this.url}${pathname}?cursor=2`,
				});
	}

	private answerToken(form: string, response: ServerResponse): void {
		const { account } = this;
		const sent = new URLSearchParams(form);
		const asked = this.next(this.token, this.sequence?.tokenForEver ?? false) ?? 'fresh';
		const isKnown = sent.get('refresh_token') === this.good.refresh;
		if (!isKnown) account.wrong.push('a refresh token that was used before');
		const mood = asked === 'fresh' && !isKnown ? 'invalid_grant' : asked;
		account.moods.push(mood);
		if (mood === 'fresh') whole(response, { status: 200, ...json(JSON.stringify(this.issue())) });
		else if (mood === 'cut') response.destroy();
		else if (mood !== 'silence') whole(response, NOT_RENEWED[mood]);
	}

	private async answerFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await bodyOf(request);
		if (!body || !this.sequence) return;
		response.setHeader('date', new Date(this.now()).toUTCString());
		const { account } = this;
		const { url = '', rawHeaders } = request;
		if (`${url} ${rawHeaders.join(' ')} ${body.toString('latin1')}`.includes(SECRET)) {
			account.wrong.push('a token at a foreign host');
		}
		if (!url.startsWith('/files/')) {
			account.wrong.push('a request at a foreign host');
		}
		const step = this.next(this.files, this.sequence.filesForEver) ?? { kind: 'ok' };
		account.fileSteps.push(step);
		if (this.files[0]?.kind === 'down') response.setHeader('connection', 'close');
		this.maybeGoDown(this.files, this.elsewhere);
		const good = { status: 200, body: FILE, headers: { 'content-type': 'text/plain' } };
		act(step, good, response, {
			now: this.now,
			locations: {
				...this.locations(url),
				foreign: `${this.url}${url}`,
				within: `${this.fileUrl}${url}&moved=1`,
			},
		});
	}
}

/** What the token endpoint says in place of a token. */
const NOT_RENEWED: Readonly<Record<Exclude<Mood, 'fresh' | 'cut' | 'silence'>, Reply>> = {
	invalid_grant: { status: 400, ...json('{"error":"invalid_grant"}') },
	invalid_client: { status: 400, ...json('{"error":"invalid_client"}') },
	page: { status: 200, ...html },
	blocked: { status: 403, ...html },
	null: { status: 200, ...json('null') },
	429: { status: 429, ...json('{"detail":"Not now."}') },
	503: { status: 503, ...json('{"detail":"Not now."}') },
};

const isNoSecondOutage = ({ kind }: Step, index: number, all: readonly Step[]) =>
	kind !== 'down' || index === 0 || all[index - 1].kind !== 'down';

const emptyAccount = (): Account => ({
	heard: [],
	moods: [],
	fileSteps: [],
	downs: 0,
	wrong: [],
});
