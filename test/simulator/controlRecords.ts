import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { Json } from './json';
import type { Practice } from './practice';

const jsonSchema: z.ZodType<Json> = z.lazy(() =>
	z.union([
		z.null(),
		z.boolean(),
		z.number(),
		z.string(),
		z.array(jsonSchema),
		z.record(jsonSchema),
	]),
);

export const objectSchema = z.record(jsonSchema);

const collectionSchema = z.object({ collection: z.string() });
const rowSchema = z.object({ collection: z.string(), id: z.string() });

/** Changes to records as if somebody made them in the application: no rules, no token, no quota. */
export function recordRoutes(scope: FastifyInstance, { store }: Practice): void {
	scope.post('/_control/records/:collection', async (request, reply) => {
		const { collection } = collectionSchema.parse(request.params);
		const row = store.collection(collection).insert(objectSchema.parse(request.body));
		return await reply.code(201).send(row);
	});
	scope.patch('/_control/records/:collection/:id', async (request) => {
		const { collection, id } = rowSchema.parse(request.params);
		return store.collection(collection).update(id, objectSchema.parse(request.body));
	});
	scope.delete('/_control/records/:collection/:id', async (request, reply) => {
		const { collection, id } = rowSchema.parse(request.params);
		store.collection(collection).remove(id);
		return await reply.code(204).send();
	});
}
