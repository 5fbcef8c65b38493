import type { IDataObject } from 'n8n-workflow';

import {
	freeTimes,
	grantLost,
	iframeClaims,
	overlap,
	patientNull,
	type Refusal,
	statusTransitions,
	throttled,
} from '../observed';
import { createdAppointment } from '../observed/appointments';
import { documentWithListTags, documentWithTextTags } from '../observed/charts';
import { shareClock } from '../support/clock';
import { upload } from '../support/documents';
import { forge } from '../support/jwt';
import { appointments, users } from '../support/nodes';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;
let restore: () => void;

beforeEach(async () => {
	practice = await openPractice({ startAt: new Date('2026-03-09T15:00:00Z') });
	({ restore } = shareClock(practice.simulator));
});
afterEach(async () => {
	restore();
	await practice.simulator.close();
});

const answer = (
	method: string,
	path: string,
	{ status, body }: { status: number; body: unknown },
) =>
	practice.simulator.inject({
		match: { method, path },
		times: 9,
		effect: { kind: 'status', status, body },
	});

const booking = {
	patientId: locator(7),
	doctor: locator(3),
	office: locator(2),
	exam_room: locator(1),
	scheduled_time: '2031-03-03T09:00:00',
	duration: 30,
	additionalFields: { reason: '={{ $json.reason }}' },
};
const said = { json: { reason: 'A reason nobody else may read' } };

describe('Refusals as they were seen, in words, with nothing of the record', () => {
	/** @returns the message and the description, which say nothing of what was sent */
	async function told(node: ReturnType<typeof appointments>, json: IDataObject = said.json) {
		const { error, run } = await practice.run({ nodes: [node], items: [{ json }] });
		expect(JSON.stringify([error, run.data.resultData.error])).not.toMatch('nobody else');
		return `${error?.message} ${error?.description}`;
	}
	const refuse = ({ status, body }: Refusal) =>
		answer('POST', '/api/appointments', { status, body });

	test('an appointment without a patient: Blocked Time takes its place', async () => {
		refuse(patientNull);
		const words = await told(appointments('create', { ...booking, appt_is_break: true }));
		expect(words).toMatch(/Patient: This field may not be null.*Nothing was saved.*Blocked Time/);
	});

	test.each<[unknown]>([
		[{ patient: ['This field is required.'] }],
		[{ patient: 'This field may not be null.' }],
		[{ patient: ['This field may not be blank.'] }],
		[{ patient: ['Invalid pk "0" - object does not exist.'] }],
		[{ patient: ['A valid integer is required.'] }],
		[{ non_field_errors: ['Patient may not be null.'] }],
		[{ detail: 'patient: This field cannot be null.' }],
		[[{ patient: ['This field may not be null.'] }]],
	])('the same where DrChrono says %j', async (body) => {
		answer('POST', '/api/appointments', { status: 400, body });
		const refused = { ...booking, appt_is_break: true };
		expect(await told(appointments('create', refused))).toMatch('Blocked Time');
		expect(await told(appointments('create', booking))).not.toMatch('Blocked Time');
	});

	test('the same for one of a list', async () => {
		refuse(patientNull);
		const { doctor, office, exam_room } = booking;
		const json = {
			...{ doctor: 3, office: 2, exam_room: 1, duration: 30, appt_is_break: true },
			...{ scheduled_time: '2031-03-03T09:00:00', ...said.json },
		};
		const node = appointments('createMany', { doctor, office, exam_room });
		expect(await told(node, json)).toMatch('Blocked Time');
	});

	test('a time that is taken: by which appointment', async () => {
		refuse(overlap);
		const words = await told(appointments('create', booking));
		expect(words).toMatch(/overlaps with appointment 260000031 .*Allow Overlapping/);
	});

	test('too many requests: until when, as the words of the answer say', async () => {
		refuse(throttled);
		const node = appointments('create', { ...booking, options: { maximumWait: 0 } });
		// 1742 seconds after 11:00:00, and what is added to them.
		expect(await told(node)).toMatch(/no more requests .* until 11:29:0\d .*Maximum Wait/);
		expect(practice.simulator.requests().map(({ status }) => status)).toEqual([429]);
	});

	test('a connection that is lost: connect again', async () => {
		practice.simulator.expireTokens();
		answer('POST', '/o/token/', grantLost);
		const words = await told(appointments('create', booking));
		expect(words).toMatch(/no longer accepts this connection .*connect it again/);
	});
});

test('Simplified shows that the account of a doctor is suspended', async () => {
	const read = async () => await practice.json({ nodes: [users('doctor', 'get', one)] });
	const one = { doctorId: locator(3) };
	expect((await read())[0]).not.toHaveProperty('is_account_suspended');
	practice.simulator.store.doctors.update(3, { is_account_suspended: true });
	expect(await read()).toMatchObject([{ id: 3, is_account_suspended: true }]);
});

test('breaks that get room 0, in another order, are those that were sent', async () => {
	Object.assign(practice.simulator.doubts, { breakRoom: 'zero', createdList: 'reversed' });
	const lunch = { doctor: 3, office: 2, exam_room: 1, duration: 30, appt_is_break: true };
	const items = ['03T12', '04T12', '05T13'].map((hour) => ({
		json: { ...lunch, scheduled_time: `2031-03-${hour}:00:00` },
	}));
	const found = await practice.json({ nodes: [appointments('createMany')], items });
	expect(found).toMatchObject(
		items.map(({ json: { scheduled_time } }) => ({ scheduled_time, exam_room: 0 })),
	);
	expect(practice.simulator.requests()).toHaveLength(1);
});

describe('Free times as they were seen', () => {
	const wanted = {
		...{ resource: 'availability', dateMode: 'date', date: '2025-03-11', returnAll: true },
		...{ doctor: locator(3), office: locator(5), duration: 30 },
	};
	const times = ['09:00', '09:30', '10:00', '14:30', '15:00'];

	test('one item each, ready for Create, one after the other', async () => {
		answer('GET', '/api/availability', { status: 200, body: freeTimes });
		const found = await practice.json({ nodes: [appointments('getAll', wanted)] });
		expect(found).toMatchObject(
			times.map((time) => ({
				...{ scheduled_time: `2025-03-11T${time}:00`, duration: 30, doctor: 3, office: 5 },
			})),
		);
	});
});

test('the statuses that an appointment went through are given as they came', async () => {
	const path = `/api/appointments/${createdAppointment.id as string}`;
	answer('GET', path, { status: 200, body: createdAppointment });
	const node = appointments('get', {
		...{ appointmentId: locator('260000031'), output: 'selected', fields: ['status_transitions'] },
		options: { verbose: true },
	});
	expect(await practice.json({ nodes: [node] })).toEqual([
		{ status_transitions: statusTransitions },
	]);
	expect(practice.simulator.requests()[0].query).toEqual({ verbose: 'true' });
});

test('the claims of a token are given as the numbers that they are', async () => {
	const secret = practice.simulator.application.clientSecret;
	practice.simulator.clock.advance(iframeClaims.iat * 1000 - practice.simulator.clock.now());
	const node = {
		type: 'drChronoJwt',
		parameters: { operation: 'verify', token: forge(iframeClaims, { secret }) },
	};
	expect(await practice.json({ nodes: [node] })).toEqual([iframeClaims]);
});

describe('A file that is there already is not filed again', () => {
	const data = { data: Buffer.from('x').toString('base64'), mimeType: 'text/plain', fileName: 'x' };
	const { description } = documentWithTextTags;
	const node = (metatags: string[]) =>
		upload({
			...{
				patientId: locator(2042),
				doctor: locator(3),
				description: String(description),
				metatags,
			},
			options: { skipIfAlreadyFiled: true },
		});

	test.each([
		['JSON in a text', documentWithTextTags.metatags],
		['a list', documentWithListTags.metatags],
		['bars between them', 'lab|lipids'],
		['bars and blanks between them', ' lipids | lab '],
	])('whose tags are read back as %s', async (_how, metatags) => {
		const results = [{ ...documentWithTextTags, metatags }];
		answer('GET', '/api/documents', { status: 200, body: { previous: null, results, next: null } });
		const items = [{ json: {}, binary: { data } }];
		const found = await practice.json({ nodes: [node(['lab', 'lipids'])], items });
		expect(found).toMatchObject([{ id: 602, metatags, alreadyFiled: true }]);
		expect(practice.simulator.requests({ method: 'POST' })).toEqual([]);
	});

	test.each([[null], [''], ['[]'], [[]]])('that has no tags: %j', async (metatags) => {
		const results = [{ ...documentWithTextTags, metatags }];
		answer('GET', '/api/documents', { status: 200, body: { previous: null, results, next: null } });
		const items = [{ json: {}, binary: { data } }];
		const found = await practice.json({ nodes: [node([])], items });
		expect(found).toMatchObject([{ id: 602, alreadyFiled: true }]);
	});
});
