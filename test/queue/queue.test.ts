import { N8N_VERSIONS } from '../support/n8nInstall';
import { documentCases } from './documents';
import { openedCluster } from './opened';
import { paceCases } from './pace';
import { pollingCases } from './polling';
import { quotaCases } from './quota';
import { tokenCases } from './token';
import { sharedWebhookCases, webhookCases } from './webhooks';
import { workerCases } from './worker';

describe.each(N8N_VERSIONS)('n8n %s in queue mode', (version) => {
	const cluster = openedCluster({ version });

	paceCases(cluster, 20);
	quotaCases(cluster);
	tokenCases(cluster, 16);
	webhookCases(cluster, 120);
	sharedWebhookCases(cluster);
	workerCases(cluster);
	documentCases(cluster);
	pollingCases(cluster, { kills: 10 });
});

/** What 2.x can do since it may keep the place of a poll together with the run. */
describe('n8n 2.40.7 in queue mode with durable polling', () => {
	const cluster = openedCluster({
		version: '2.40.7',
		env: {
			N8N_SCHEDULER_ENABLED: 'true',
			N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
			N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
			N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
		},
	});

	pollingCases(cluster, { kills: 10 });
});
