import { N8N_VERSIONS } from '../support/n8nInstall';
import { Cluster } from '../support/queue/cluster';
import { paceCases } from './pace';
import { quotaCases } from './quota';
import { tokenCases } from './token';
import { webhookCases } from './webhooks';
import { workerCases } from './worker';

describe.each(N8N_VERSIONS)('n8n %s in queue mode', (version) => {
	let starting: Promise<Cluster>;
	let cluster: Cluster;

	beforeAll(async () => {
		starting = Cluster.start({ version });
		cluster = await starting;
	});
	afterAll(async () => await (await starting).stop(), 120_000);

	paceCases(() => cluster);
	quotaCases(() => cluster);
	tokenCases(() => cluster, 16);
	webhookCases(() => cluster);
	workerCases(() => cluster);
});
