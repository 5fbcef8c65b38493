import fastify, { type FastifyInstance } from 'fastify';

import { apiRoutes } from './api';
import { createClock } from './clock';
import { connect } from './connect';
import { controlRoutes } from './control';
import { positions } from './doubts';
import { FaultBook } from './faults';
import { createFileHost } from './fileHost';
import { FirstTimes } from './firstTimes';
import { FileShelf } from './fileShelf';
import { iframePages } from './iframe';
import { RequestLog } from './log';
import { oauthRoutes } from './oauth';
import { TokenStore } from './oauth/tokens';
import type { Practice } from './practice';
import { resources } from './resources';
import { Store } from './store';
import { DEFAULT_LIMITS, Throttle } from './throttle';
import type { Application, Simulator, SimulatorOptions } from './types';
import { WebhookSender } from './webhooks';

export type * from './types';
export type { Json, JsonObject } from './json';
export type { Collection, Row, RowChange } from './collection';
export type { Store } from './store';
export type { Clock } from './clock';

const HOST = '127.0.0.1';

const APPLICATION: Application = {
	clientId: 'simulator-client-id',
	clientSecret: 'simulator-client-secret',
	webhookSecret: 'simulator-webhook-secret',
};

interface Surroundings {
	fileUrl(): string;
	closing: AbortSignal;
}

function createPractice(options: SimulatorOptions, surroundings: Surroundings): Practice {
	const { patients = 50, appointments = 60, doctors = 3 } = options;
	const { seed = 1, pageSize = 250, pastDays = 7 } = options;
	const clock = createClock(options.startAt);
	const { closing } = surroundings;
	const definitions = resources.flatMap(({ collections = [] }) => collections);
	const store = new Store(definitions, clock, { ...positions(0), ...options.doubts });
	const practice: Practice = {
		...surroundings,
		settings: { patients, appointments, pastDays, doctors, seed, pageSize },
		application: APPLICATION,
		iframe: { url: '' },
		clock,
		store,
		webhooks: new WebhookSender({
			...{ clock, closing, doubts: store.doubts },
			secret: APPLICATION.webhookSecret,
		}),
		tokens: new TokenStore(clock),
		throttle: new Throttle({ ...DEFAULT_LIMITS, ...options.throttle }),
		faults: new FaultBook(),
		firstTimes: new FirstTimes(store.doubts),
		log: new RequestLog(),
		files: new FileShelf(clock, APPLICATION.clientSecret),
	};
	for (const { seed: fill, lazySeed, collections = [] } of resources) {
		fill?.(practice);
		if (!lazySeed) continue;
		for (const { name } of collections) store.fillLater(name, () => lazySeed(practice));
	}
	store.subscribe((change) => practice.webhooks.report(change));
	return practice;
}

async function createApi(practice: Practice): Promise<FastifyInstance> {
	const server = fastify({
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		routerOptions: { maxParamLength: 500 },
	});
	server.addHook('onSend', async (_request, reply) => {
		reply.header('date', new Date(practice.clock.now()).toUTCString());
	});
	await server.register(apiRoutes(practice));
	await server.register(oauthRoutes(practice));
	await server.register(iframePages(practice));
	await server.register(controlRoutes(practice));
	return await server;
}

function portOf(server: FastifyInstance): number {
	const address = server.addresses()[0];
	if (typeof address !== 'object') throw new Error('The simulator does not listen');
	return address.port;
}

/**
 * Starts a DrChrono on this machine: OAuth pages, API, throttles, on real HTTP.
 * Close it when the test is over.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const closing = new AbortController();
	const urls = { file: '' };
	const practice = createPractice(options, {
		fileUrl: () => urls.file,
		closing: closing.signal,
	});
	const { application, clock, faults, iframe, log, store, tokens, webhooks } = practice;
	const fileHost = createFileHost(practice);
	const api = await createApi(practice);
	await fileHost.listen({ host: HOST, port: 0 });
	await api.listen({ host: HOST, port: options.port ?? 0 });
	urls.file = `http://${HOST}:${portOf(fileHost)}`;
	return {
		url: `http://${HOST}:${portOf(api)}`,
		fileUrl: urls.file,
		application,
		iframe,
		doubts: store.doubts,
		clock,
		log: log.entries,
		requests: (filter) => log.select(filter),
		connect: (connectOptions) => connect(practice, connectOptions),
		expireTokens: () => tokens.expireAll(),
		inject: (fault) => faults.inject(fault),
		clearLog: () => log.clear(),
		clearFaults: () => faults.clear(),
		store,
		webhooks,
		close: async () => {
			closing.abort();
			await Promise.all([api.close(), fileHost.close()]);
			await practice.files.close();
		},
	};
}
