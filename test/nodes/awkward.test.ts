import { type Doubts, positions, ROUNDS } from '../simulator/doubts';
import { shareClock } from '../support/clock';
import { openPractice } from '../support/practice';
import { cases } from './cases';

/** Every operation that has a case, as in the gate that runs them with the usual answers. */
const all = Object.entries(cases).flatMap(([type, byKey = {}]) =>
	Object.entries(byKey).map(([key, one]) => ({ type, key, one })),
);

const rounds = Array.from({ length: ROUNDS - 1 }, (_, index) => index + 1);

/** Cases that are about what an awkward DrChrono refuses: they keep its usual answer. */
const USUAL: Readonly<Partial<Record<string, Partial<Doubts>>>> = {
	// Its records have no ID, so that nobody can tell which is the one that was not answered.
	'drChronoAppointments telehealthAppointment.createMany': { createdList: 'sent' },
	// Its message comes into being, with its file, when somebody first looks.
	'drChronoMessages message.downloadAttachment': { newFiles: 'address' },
	// A note without its file is told as such, which is right and no success.
	'drChronoClinicalNotes clinicalNote.downloadPdf': { newFiles: 'address' },
};

describe.each(rounds)('with every switch at its awkward side %s', (round) => {
	test.each(all)('$type $key succeeds for two items', async ({ type, key, one }) => {
		const { parameters, items = [{}, {}], binary, prepare } = one;
		const practice = await openPractice();
		const { restore } = shareClock(practice.simulator);
		try {
			await prepare?.(practice);
			Object.assign(practice.simulator.doubts, positions(round), USUAL[`${type} ${key}`]);
			// What was there before has its files.
			practice.simulator.clock.advance(3_000);
			// So that each begins at the token endpoint.
			practice.simulator.expireTokens();
			const [resource, operation] = key.includes('.') ? key.split('.') : [undefined, key];
			const node = {
				type,
				parameters: { ...(resource && { resource }), operation, ...parameters },
			};
			const inputs = items.map((json) => ({ json, binary }));
			const { outputs, error } = await practice.run({ nodes: [node], items: inputs });
			expect(error?.message).toBeUndefined();
			const paired = outputs[0].map(({ pairedItem }) => JSON.stringify(pairedItem));
			// A list may be some seconds old, so that what was made just before is not in it yet.
			const expected = operation === 'getAll' ? paired : ['{"item":0}', '{"item":1}'];
			expect(new Set(paired)).toEqual(new Set(expected));
			expect(outputs[0].filter(({ json }) => 'error' in json)).toEqual([]);
		} finally {
			restore();
			await practice.simulator.close();
		}
	});
});
