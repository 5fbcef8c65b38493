import { clock } from './clock';
import { troubleOf } from './cause';
import { CREDENTIAL, readCredential, readStored, tokenIn, type ApiFunctions } from './credential';
import type { Failure, Outcome } from './retry';
import { limits, Watch } from './watch';

/** Two processes that meet one expiry do not renew at the same moment. Waits before have spread them already. */
const SPREAD_MS = 500;
/** How often, and after how many ms each, the stored token is read again after a refusal. */
const READS = 6;
const READ_EVERY_MS = 1_000;

/** What a run of a node knows of its token: the one that it need not try to renew, and why. */
interface Known {
	readonly token: string;
	readonly failure: Failure;
}

const runs = new WeakMap<ApiFunctions, Known>();
const renewals = new Map<string, Promise<Outcome | undefined>>();

/** DrChrono has taken a token: if it is refused later, it has expired like any other. */
export function tokenWasTaken(functions: ApiFunctions, token: string): void {
	if (runs.get(functions)?.token === token) runs.delete(functions);
}

/**
 * Replaces an access token that DrChrono no longer accepts, once for all parallel requests, and once for a
 * run whose new token is refused as well.
 *
 * DrChrono kills a refresh token the moment it is used, and n8n 1.x would send it once per waiting
 * request, which loses the connection. So one renewal per credential is under way at a time, and none
 * starts if the stored token is no longer the one that was refused.
 * @param spread whether to wait up to half a second first
 * @returns `undefined` when a new token is stored, else what became of the renewal
 * @throws when `signal` aborts
 */
export async function renewToken(
	functions: ApiFunctions,
	refused: string,
	spread: boolean,
	signal?: AbortSignal,
): Promise<Outcome | undefined> {
	const known = runs.get(functions);
	if (known?.token === refused) {
		return (await isReplaced(functions, refused))
			? undefined
			: { kind: 'ended', failure: known.failure };
	}
	const outcome = await withinLimit(sharedRenewal(functions, refused, spread), signal);
	if (!outcome) {
		const { accessToken: token } = await readCredential(functions);
		runs.set(functions, { token, failure: { kind: 'renewed-in-vain' } });
	} else if (outcome.kind === 'ended') {
		runs.set(functions, { token: refused, failure: outcome.failure });
	}
	return outcome;
}

/** Who waits too long stops waiting; the renewal itself goes on, for its answer is the next refresh token. */
async function withinLimit(renewal: Promise<Outcome | undefined>, signal?: AbortSignal) {
	const watch = new Watch(limits.answerMs, signal);
	const silent: Outcome = { kind: 'broken', cause: 'silent' };
	return await watch
		.while(renewal, limits.answerMs, () => 0)
		.catch(async () => {
			signal?.throwIfAborted();
			return watch.signal.aborted ? silent : await renewal;
		})
		.finally(() => watch.end());
}

async function sharedRenewal(functions: ApiFunctions, refused: string, spread: boolean) {
	const { id = '' } = functions.getNode().credentials?.[CREDENTIAL] ?? {};
	const key = String(id);
	const running = renewals.get(key) ?? renew(functions, refused, spread);
	renewals.set(key, running);
	try {
		return await running;
	} finally {
		if (renewals.get(key) === running) renewals.delete(key);
	}
}

/** Whether somebody has stored another token than the one that was refused. */
async function isReplaced(functions: ApiFunctions, refused: string): Promise<boolean> {
	return tokenIn(await readStored(functions)) !== refused;
}

/** Another process of this n8n (queue mode) may be faster with the same refresh token. */
async function renew(
	functions: ApiFunctions,
	refused: string,
	spread: boolean,
): Promise<Outcome | undefined> {
	const { baseUrl } = await readCredential(functions);
	if (await isReplaced(functions, refused)) return undefined;
	if (spread) await clock.sleep(Math.random() * SPREAD_MS);
	// n8n is given what was looked at: by a fresher token it would renew one that nobody has refused.
	const stored = await readStored(functions);
	if (tokenIn(stored) !== refused) return undefined;
	const accessTokenUrl = new URL('/o/token/', baseUrl).href;
	const given = { ...stored, accessTokenUrl };
	const getCredentials = { value: () => Promise.resolve(given) };
	try {
		const own = Object.create(functions, { getCredentials }) as ApiFunctions;
		await functions.helpers.refreshOAuth2Token.call(own, CREDENTIAL);
		return (await isReplaced(functions, refused)) ? undefined : { kind: 'broken', cause: 'page' };
	} catch (error) {
		const outcome = tokenOutcome(error);
		const isLost = outcome.kind === 'ended' && outcome.failure.kind === 'unauthorized';
		for (let reads = isLost ? READS : 0; !(await isReplaced(functions, refused)); reads -= 1) {
			if (reads === 0) return outcome;
			await clock.sleep(READ_EVERY_MS);
		}
		return undefined;
	}
}

/**
 * What the token endpoint said, from what n8n's OAuth2 client throws. Only `invalid_grant` is a lost
 * connection (n8n 2.x gives it words of its own); a page or a refusal without an OAuth code comes from
 * whoever stands in between, and is a fault.
 */
function tokenOutcome(thrown: unknown): Outcome {
	const { message, body, status, response, failure } = (thrown ?? {}) as {
		message?: string;
		body?: unknown;
		status?: number;
		response?: { status?: number; headers?: Record<string, string> };
		failure?: { cause?: string };
	};
	const { error } = (body ?? {}) as { error?: unknown };
	const isLost =
		error === 'invalid_grant' ||
		failure?.cause === 'credential-invalid' ||
		/no refresh token is available|needs to be reconnected/.test(message ?? '');
	if (isLost) return { kind: 'ended', failure: { kind: 'unauthorized' } };
	if (error === 'invalid_client' || error === 'unauthorized_client') {
		return { kind: 'ended', failure: { kind: 'unknown-application' } };
	}
	const answered = status ?? response?.status;
	if (answered === undefined) return { kind: 'broken', ...troubleOf(thrown) };
	if (answered === 429 || answered >= 500) {
		return { kind: 'answer', status: answered, headers: { ...response?.headers }, body };
	}
	return { kind: 'broken', cause: 'page', ...(answered >= 300 && { status: answered }) };
}
