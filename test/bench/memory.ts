import { setTimeout as wait } from 'node:timers/promises';

const MB = 1_000_000;
const SAMPLE_MS = 10;

export type Figures = Readonly<Record<'rss' | 'heapUsed' | 'external' | 'arrayBuffers', number>>;

/** How much more memory than before a piece of work needed at its worst, in MB by kind. */
export async function peakOver<T>(
	work: () => Promise<T>,
): Promise<{ result: T; peak: Figures; ms: number }> {
	global.gc?.();
	await wait(200);
	global.gc?.();
	const before = process.memoryUsage();
	const peak = { rss: 0, heapUsed: 0, external: 0, arrayBuffers: 0 };
	const sample = () => {
		const now = process.memoryUsage();
		peak.rss = Math.max(peak.rss, (now.rss - before.rss) / MB);
		peak.heapUsed = Math.max(peak.heapUsed, (now.heapUsed - before.heapUsed) / MB);
		peak.external = Math.max(peak.external, (now.external - before.external) / MB);
		peak.arrayBuffers = Math.max(peak.arrayBuffers, (now.arrayBuffers - before.arrayBuffers) / MB);
	};
	const timer = setInterval(sample, SAMPLE_MS);
	const start = performance.now();
	try {
		const result = await work();
		sample();
		return { result, peak, ms: performance.now() - start };
	} finally {
		clearInterval(timer);
	}
}
