// The simulator in a process of its own, so that its memory is not counted.
import { startSimulator } from '../simulator';

async function serve(): Promise<void> {
	const simulator = await startSimulator({ throttle: { perSecond: 1_000, perHour: 10_000 } });
	const { url, application } = simulator;
	process.on('disconnect', () => void simulator.close());
	process.send?.({ url, application });
}

void serve();
