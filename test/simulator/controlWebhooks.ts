import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { objectSchema } from './controlRecords';
import type { Practice } from './practice';

const callbackSchema = z.object({ url: z.string(), events: z.array(z.string()).optional() });
const deliverySchema = z.object({ event: z.string(), object: objectSchema });

/** The webhook of the API-management page: set up, tried out, sent by hand. */
export function webhookRoutes(scope: FastifyInstance, { webhooks }: Practice): void {
	scope.put('/_control/webhook', async (request) => ({
		verified: await webhooks.register(callbackSchema.parse(request.body)),
	}));
	scope.post('/_control/webhook/ping', async () => await webhooks.ping());
	scope.post('/_control/webhook/deliveries', async (request) => {
		const { event, object } = deliverySchema.parse(request.body);
		return await webhooks.deliver(event, object);
	});
	scope.get('/_control/webhook/deliveries', async () => webhooks.deliveries);
}
