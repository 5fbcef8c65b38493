import { asking } from '../probe/ask';
import { inWords, readFindings } from '../probe/reads';
import { writeFindings } from '../probe/writes';
import { startSimulator } from '../simulator';
import { positions, ROUNDS } from '../simulator/doubts';
import { UNTHROTTLED } from '../unit/simulator/support';

test.each(Array.from({ length: ROUNDS }, (_, round) => round))(
	'the probe finds the position of every switch that it asks for, round %s',
	async (round) => {
		const simulator = await startSimulator({
			...{ doubts: positions(round), throttle: UNTHROTTLED, appointments: 200 },
		});
		try {
			const untagged = { patient: 1, doctor: 1, description: 'Letter', metatags: '[]' };
			simulator.store.collection('documents').seed({ ...untagged, date: '2021-02-14' });
			const { access_token } = simulator.connect();
			const ask = asking(simulator.url, access_token, 0);
			const findings = { ...(await readFindings(ask)), ...(await writeFindings(ask)) };
			expect(Object.keys(findings)).toHaveLength(16);
			expect(positions(round)).toMatchObject(findings);
			const words = inWords(findings);
			const names = simulator.store.patients.all().map(({ last_name }) => String(last_name));
			expect(names.filter((name) => words.includes(name))).toEqual([]);
			expect(simulator.store.patients.size).toBe(50);
		} finally {
			await simulator.close();
		}
	},
);
