import { N8N_VERSIONS } from '../support/n8nInstall';
import { openedCluster } from '../queue/opened';
import { paceCases } from '../queue/pace';
import { tokenCases } from '../queue/token';
import { webhookCases } from '../queue/webhooks';

/** `npm run test:queue` in short. */
describe(`n8n ${N8N_VERSIONS[0]} in queue mode`, () => {
	const cluster = openedCluster({ version: N8N_VERSIONS[0] });

	paceCases(cluster, 10);
	tokenCases(cluster, 4);
	webhookCases(cluster, 60);
});
