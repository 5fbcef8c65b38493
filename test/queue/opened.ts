import { Cluster, type ClusterOptions } from '../support/queue/cluster';

/** A cluster for the tests of the describe block around: started before them, stopped however they end. */
export function openedCluster(options: ClusterOptions): () => Cluster {
	let starting: Promise<Cluster>;
	let cluster: Cluster;
	beforeAll(async () => {
		starting = Cluster.start(options);
		cluster = await starting;
	});
	afterAll(async () => await (await starting).stop(), 120_000);
	return () => cluster;
}
