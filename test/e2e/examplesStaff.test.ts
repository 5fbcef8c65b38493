import { DateTime } from 'luxon';
import type { JsonObject } from '../simulator';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { OFFICE_ZONE, PracticeDay } from '../support/practiceDay';

/** The wall clock of the office, so many hours from now. */
const officeTime = (hours: number) =>
	DateTime.now().setZone(OFFICE_ZONE).plus({ hours }).setLocale('en-US');
const WALL_CLOCK = "yyyy-MM-dd'T'HH:mm:ss";

describe.each(N8N_VERSIONS)('The examples that write to the staff, in n8n %s', (version) => {
	let practice: PracticeDay;

	beforeAll(async () => {
		practice = await PracticeDay.start(version);
		const { doctors } = practice.simulator.store;
		doctors.update(1, { first_name: 'Ada', last_name: 'Smith', email: 'ada@example.com' });
		doctors.update(2, { first_name: 'Jo', last_name: "O'Neill <MD>, Jr.", email: '' });
	});
	afterAll(async () => await practice.stop());
	beforeEach(() => {
		practice.empty('appointments');
		practice.simulator.clearLog();
		practice.mailbox.clear();
	});

	const letters = () =>
		[...practice.mailbox.letters].sort((a, b) => a.to[0].localeCompare(b.to[0]));
	const wire = () => practice.requests().map(({ method, path }) => `${method} ${path}`);
	const common = { from: '"Example Practice" <n8n@example.com>', html: false, attachments: 0 };

	describe('unlocked-notes', () => {
		const install = async () =>
			await practice.n8n.createWorkflow(practice.example('unlocked-notes'));
		const run = async () => await practice.n8n.execute(await install());
		/** A visit that ended so many hours ago, and its note. */
		const visit = (hours: number, fields: JsonObject = {}, locked = false): string => {
			const start = officeTime(-hours).minus({ minutes: 30 });
			const { id } = practice.book({
				...{ patient: 1, scheduled_time: start.toFormat(WALL_CLOCK), duration: 30 },
				...fields,
			});
			practice.insert('clinical_notes', {
				...{ appointment: String(id), patient: '1', archived: false },
				signee: { locked_by: locked ? '1' : null, supervisor_locked_by: null },
			});
			return start.toFormat("cccc, LLLL d 'at' h:mm a");
		};

		beforeEach(() => practice.empty('clinical_notes'));

		test('each doctor gets one email about their unlocked notes, the oldest first, and one a day', async () => {
			const late = visit(49);
			const early = visit(24 * 29);
			const other = visit(72, { doctor: 2, reason: 'Secret' });
			const id = await install();
			expect(await practice.n8n.execute(id)).toEqual({ status: 'success' });
			const text = (name: string, visits: string) =>
				`Dr. ${name},\n\nthe notes of these visits are not locked 48 hours after them:\n\n${visits}\n\nPlease finish and lock them in DrChrono.\n\nExample Practice\n`;
			const both = [
				{
					...{ ...common, to: ['ada@example.com'], subject: '2 notes are not locked yet' },
					text: text('Ada Smith', `${early}\n${late}`),
				},
				{
					...{ ...common, to: ['office@example.com'], subject: 'A note is not locked yet' },
					text: text("Jo O'Neill <MD>, Jr.", other),
				},
			];
			expect(letters()).toEqual(both);
			const [first, last] = [-24 * 30, -48].map((hours) => officeTime(hours).toISODate());
			expect(practice.requests()).toEqual([
				{
					method: 'GET',
					path: '/api/appointments',
					query: { date_range: `${first}/${last}`, verbose: 'true', page_size: '250' },
				},
				{ method: 'GET', path: '/api/doctors/1', query: {} },
				{ method: 'GET', path: '/api/doctors/2', query: {} },
			]);
			expect(await practice.n8n.execute(id)).toEqual({ status: 'success' });
			expect(letters()).toEqual(both);
		});

		test('what is locked, younger, cancelled, a break or without a note reminds nobody', async () => {
			visit(72, {}, true);
			visit(47);
			for (const status of ['Cancelled', 'No Show', 'Rescheduled']) visit(72, { status });
			visit(72, { patient: null, appt_is_break: true });
			const scheduled_time = officeTime(-72).toFormat(WALL_CLOCK);
			practice.book({ patient: 2, scheduled_time, clinical_note: null });
			expect(await run()).toEqual({ status: 'success' });
			expect(letters()).toEqual([]);
			expect(wire()).toEqual(['GET /api/appointments']);
		});

		test('a doctor who cannot be read or reached costs the other nothing, and the run says so', async () => {
			visit(72);
			visit(72, { doctor: 2 });
			practice.mailbox.refuse('ada@example.com');
			expect(await run()).toEqual({
				status: 'error',
				error: expect.stringMatching(/^Some reminders were not sent; all others were/) as string,
			});
			expect(letters().map(({ to }) => to)).toEqual([['office@example.com']]);
		});

		test('a month without visits sends nothing and costs one request', async () => {
			expect(await run()).toEqual({ status: 'success' });
			expect(letters()).toEqual([]);
			expect(practice.requests()).toHaveLength(1);
		});
	});

	describe('before-tomorrow', () => {
		const install = async () =>
			await practice.n8n.createWorkflow(practice.example('before-tomorrow'));
		const run = async () => await practice.n8n.execute(await install());
		/** The day that it looks at: on a Friday Monday. */
		const tomorrow = () => officeTime(officeTime(0).weekday === 5 ? 72 : 24);
		const visit = (time: string, fields: JsonObject = {}): string => {
			const scheduled_time = `${tomorrow().toISODate()}T${time}:00`;
			return String(practice.book({ scheduled_time, ...fields }).id);
		};
		const check = (appointment: string, eligibility: string, fields: JsonObject = {}) =>
			practice.insert('eligibility_checks', {
				...{ appointment, patient: '1', eligibility, cob_level: 'Primary' },
				...{ query_date: '2025-03-03T06:00:00', ...fields },
			});
		const form = (fields: JsonObject) =>
			practice.insert('consent_forms', {
				...{ title: 'Secret', doctor: 1, is_mandatory: true, assign_by_default: true },
				...{ archived: false, ...fields },
			});
		const sign = (patient: number, consent_form: unknown, archived = false) =>
			practice.insert('signed_consent_forms', {
				...{ patient, consent_form: Number(consent_form), appointment: 1, archived },
			});

		beforeEach(() =>
			['consent_forms', 'signed_consent_forms', 'eligibility_checks'].forEach((name) =>
				practice.empty(name),
			),
		);

		test('one email tells whose coverage is inactive and who has not signed, and not twice', async () => {
			const [treat, privacy] = [form({}), form({})];
			form({ is_mandatory: false });
			form({ archived: true });
			sign(1, treat.id);
			sign(1, privacy.id);
			sign(2, privacy.id);
			sign(2, treat.id, true);
			check(visit('15:30', { patient: 1 }), '6');
			check(visit('08:00', { patient: 2 }), '1');
			visit('09:15', { patient: 3, reason: 'Secret' });
			check(visit('11:00', { patient: 4, doctor: 2 }), '7', { cob_level: 'Secondary' });
			const id = await install();
			expect(await practice.n8n.execute(id)).toEqual({ status: 'success' });
			const day = tomorrow();
			const letter = {
				...{ ...common, to: ['front-desk@example.com'] },
				subject: `Before they come on ${day.toFormat('cccc, LLLL d')}: 4 visits`,
				text: `Example Practice, ${day.toFormat('cccc, LLLL d, yyyy')}

8:00 AM · Ada Smith · a form not signed
9:15 AM · Ada Smith · 2 forms not signed
11:00 AM · Jo O'Neill <MD>, Jr. · secondary coverage inactive
3:30 PM · Ada Smith · primary coverage inactive

The calendar in DrChrono shows who it is.
`,
			};
			expect(letters()).toEqual([letter]);
			const date = day.toISODate();
			const page_size = '250';
			expect(practice.requests().map(({ path, query }) => [path, query])).toEqual([
				['/api/appointments', { date, page_size }],
				...['2', '3', '4', '1'].map((patient) => [
					'/api/signed_consent_forms',
					{ patient, page_size },
				]),
				['/api/consent_forms', { page_size }],
				['/api/eligibility_checks', { appointment_date: date, page_size }],
				['/api/doctors', { page_size }],
			]);
			expect(await practice.n8n.execute(id)).toEqual({ status: 'success' });
			expect(letters()).toEqual([letter]);
		});

		test('what is complete, checked again, cancelled or a break is not told', async () => {
			const { id } = form({});
			[1, 2].forEach((patient) => sign(patient, id));
			const again = visit('09:00', { patient: 1 });
			check(again, '1', { query_date: '2025-03-04T06:00:00' });
			check(again, '6', { query_date: '2025-03-03T06:00:00' });
			check(visit('10:00', { patient: 2 }), '5');
			for (const status of ['Cancelled', 'No Show', 'Rescheduled']) {
				check(visit('11:00', { patient: 3, status }), '6');
			}
			visit('12:00', { patient: null, appt_is_break: true });
			expect(await run()).toEqual({ status: 'success' });
			expect(letters()).toEqual([]);
		});

		test('a patient with two visits is asked for once, and a changed list is another email', async () => {
			const { id: required } = form({});
			['09:00', '10:00'].forEach((time) => visit(time, { patient: 5 }));
			const id = await install();
			await practice.n8n.execute(id);
			const signed = () => wire().filter((one) => one.includes('signed_consent_forms'));
			expect(signed()).toHaveLength(1);
			check(visit('11:00', { patient: 6 }), '6');
			sign(6, required);
			await practice.n8n.execute(id);
			expect(letters().map(({ subject }) => subject.split(': ')[1])).toEqual([
				'2 visits',
				'3 visits',
			]);
		});

		test('a day without appointments sends nothing and costs one request', async () => {
			check('1', '6');
			expect(await run()).toEqual({ status: 'success' });
			expect(letters()).toEqual([]);
			expect(wire()).toEqual(['GET /api/appointments']);
		});
	});
});
