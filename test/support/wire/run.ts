import { AsyncLocalStorage } from 'node:async_hooks';
import type { IDataObject } from 'n8n-workflow';
import { Container } from '@n8n/di';
import { Logger } from '@n8n/backend-common';
import { replaceClock } from '../clock';
import { CredentialStore } from '../credentials';
import { runWorkflow } from '../harness';
import { shrinkLimits } from '../limits';
import { judge, type Ending } from './judge';
import { INPUT, OPERATIONS } from './operations';
import type { Surroundings } from './practice';
import { SECRET } from './records';
import type { Sequence } from './steps';

const LIMITS = { answerMs: 600, idleMs: 400, wholeMs: 1_400, fileMs: 2_500 };

/** The time of one run: what it waits for goes by at once. */
interface Time {
	waitedMs: number;
	readonly surroundings: Surroundings;
	readonly log: string[];
}

const times = new AsyncLocalStorage<Time>();
const now = () => Date.now() + (times.getStore()?.waitedMs ?? 0);

/** Puts the package under these circumstances. @returns the way back */
export function prepareWire(): () => void {
	const restoreLimits = shrinkLimits(LIMITS);
	const restoreClock = replaceClock(now, async (ms) => {
		const time = times.getStore();
		if (!time) throw new Error('Somebody waits who belongs to no run');
		time.waitedMs += ms;
		await time.surroundings.at(now());
	});
	const logger = Container.get(Logger);
	const debug = logger.debug.bind(logger);
	logger.debug = (message, metadata) => {
		// n8n has lines of its own.
		if (message.startsWith('DrChrono')) {
			times.getStore()?.log.push(`${message} ${JSON.stringify(metadata ?? {})}`);
		}
	};
	return () => {
		logger.debug = debug;
		restoreClock();
		restoreLimits();
	};
}

let runs = 0;

/** One run. @returns what is wrong with it, and what it said */
export async function tryOne(
	sequence: Sequence,
	surroundings: Surroundings,
): Promise<{ wrong: string[]; said?: string; log: readonly string[] }> {
	runs += 1;
	const own = String(runs);
	const time: Time = { waitedMs: 0, surroundings, log: [] };
	return await times.run(time, async () => {
		// A server answers in the context of whoever opened it: of an earlier run.
		const ownNow = () => Date.now() + time.waitedMs;
		const tokens = await surroundings.begin(sequence, ownNow);
		const credentials = new CredentialStore({
			clientId: `application-${own}`,
			clientSecret: `secret-${SECRET}`,
			baseUrl: surroundings.url,
			accessTokenUrl: `${surroundings.url}/o/token/`,
			grantType: 'authorizationCode',
			authentication: 'body',
			oauthTokenData: tokens,
		});
		const credential = { id: `credential-${own}`, store: credentials };
		const end = await ending(sequence, credential, time);
		return {
			wrong: judge(sequence, surroundings.account, end, LIMITS),
			said: end.said,
			log: time.log,
		};
	});
}

async function ending(
	{ operation, maximumWait, stopAfterMs }: Sequence,
	credential: { id: string; store: CredentialStore },
	time: Time,
): Promise<Ending> {
	const { node, isRight } = OPERATIONS[operation];
	const { options } = node.parameters as { options?: IDataObject };
	const parameters = { ...node.parameters, options: { ...options, maximumWait } };
	const stop = new AbortController();
	const timer = stopAfterMs === undefined ? undefined : setTimeout(() => stop.abort(), stopAfterMs);
	const startedAt = performance.now();
	const { outputs, error, run } = await runWorkflow({
		nodes: [{ ...node, parameters, credential: credential.id }],
		items: INPUT,
		credentials: credential.store,
		signal: stop.signal,
	});
	clearTimeout(timer);
	const tookMs = performance.now() - startedAt;
	// What was on its way when somebody clicked Stop has arrived by then.
	if (stop.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 150));
	const own: unknown = error && {
		...error,
		stack: (error as { stack?: unknown }).stack,
		node: null,
	};
	return {
		...(error && { said: `${error.message} ${error.description ?? ''}` }),
		kept: `${JSON.stringify(own ?? '')} ${time.log.join('\n')}`,
		isRight:
			!error &&
			(operation === 'read a list' || outputs[0]?.length > 0) &&
			isRight(outputs[0] ?? [], time.surroundings.account),
		stopped: stop.signal.aborted || run.status === 'canceled',
		tookMs,
		waitedMs: time.waitedMs,
	};
}
