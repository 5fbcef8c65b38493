import { DateTime } from 'luxon';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { OFFICE_ZONE, PracticeDay } from '../support/practiceDay';
import { until } from '../support/until';

/** A day of the office: its date, and how an email writes it. */
function officeDay(days: number) {
	const day = DateTime.now().setZone(OFFICE_ZONE).plus({ days }).setLocale('en-US');
	return {
		date: day.toFormat('yyyy-MM-dd'),
		short: day.toFormat('cccc, LLLL d'),
		long: day.toFormat('cccc, LLLL d, yyyy'),
	};
}

describe.each(N8N_VERSIONS)('The examples that send emails, in n8n %s', (version) => {
	let practice: PracticeDay;

	beforeAll(async () => {
		practice = await PracticeDay.start(version);
		const { doctors } = practice.simulator.store;
		doctors.update(1, { first_name: 'Ada', last_name: 'Smith' });
		doctors.update(2, { first_name: 'Jo', last_name: "O'Neill <MD>, Jr." });
	});
	afterAll(async () => await practice.stop());
	beforeEach(() => {
		const appointments = practice.simulator.store.collection('appointments');
		appointments.all().forEach(({ id }) => appointments.remove(id));
		practice.simulator.clearLog();
		practice.mailbox.clear();
	});

	const patient = (id: number, fields: { first_name?: string; email?: string } = {}) =>
		practice.simulator.store.patients.update(id, { email: `patient${id}@example.com`, ...fields });
	const sentTo = () =>
		practice.mailbox.letters.flatMap(({ to }) => to).sort((a, b) => a.localeCompare(b));

	describe('appointment-reminders', () => {
		const run = async () => await practice.run(practice.example('appointment-reminders'));
		const body = (name: string, times: string) =>
			`Hello ${name},\n\nthis is a reminder of your appointment at Example Practice:\n\n${times}\n\nIf you cannot come, please call us: (212) 555-0100\n\nExample Practice\n`;

		test('each patient of tomorrow gets one email with all their times, and nothing else', async () => {
			const tomorrow = officeDay(1);
			patient(1, { first_name: 'Anna' });
			patient(2, { first_name: 'Zoë "Zo" <b>O\'Hara</b>, Jr.' });
			practice.book({ patient: 1, scheduled_time: `${tomorrow.date}T14:00:00`, reason: 'Secret' });
			practice.book({ patient: 2, scheduled_time: `${tomorrow.date}T11:15:00`, status: '' });
			practice.book({ patient: 1, scheduled_time: `${tomorrow.date}T09:30:00`, notes: 'Secret' });
			practice.book({ patient: 3, scheduled_time: `${officeDay(0).date}T10:00:00` });
			practice.book({ patient: 4, scheduled_time: `${officeDay(2).date}T10:00:00` });
			expect(await run()).toEqual({ status: 'success' });
			const letters = [...practice.mailbox.letters].sort((a, b) => a.to[0].localeCompare(b.to[0]));
			const common = {
				from: '"Example Practice" <front-desk@example.com>',
				subject: `Your appointment on ${tomorrow.short}`,
				html: false,
				attachments: 0,
			};
			expect(letters).toEqual([
				{
					...common,
					to: ['patient1@example.com'],
					text: body('Anna', `${tomorrow.long} at 9:30 AM\n${tomorrow.long} at 2:00 PM`),
				},
				{
					...common,
					to: ['patient2@example.com'],
					text: body('Zoë "Zo" <b>O\'Hara</b>, Jr.', `${tomorrow.long} at 11:15 AM`),
				},
			]);
			expect(practice.requests()).toEqual([
				{
					method: 'GET',
					path: '/api/appointments',
					query: { date: tomorrow.date, page_size: '250' },
				},
				{ method: 'GET', path: '/api/patients/1', query: {} },
				{ method: 'GET', path: '/api/patients/2', query: {} },
			]);
		});

		test('cancelled visits, no shows, breaks and patients without an address are left out', async () => {
			const scheduled_time = `${officeDay(1).date}T09:00:00`;
			patient(1);
			patient(4, { email: '' });
			practice.book({ patient: 2, scheduled_time, status: 'Cancelled' });
			practice.book({ patient: 3, scheduled_time, status: 'No Show' });
			practice.book({ patient: null, scheduled_time, appt_is_break: true });
			practice.book({ patient: 4, scheduled_time });
			practice.book({ patient: 1, scheduled_time });
			expect(await run()).toEqual({ status: 'success' });
			expect(sentTo()).toEqual(['patient1@example.com']);
			expect(practice.requests().map(({ path }) => path)).toEqual([
				'/api/appointments',
				'/api/patients/4',
				'/api/patients/1',
			]);
		});

		test('one who cannot be read or reached costs the others nothing, and the run says so', async () => {
			const scheduled_time = `${officeDay(1).date}T09:00:00`;
			[1, 2, 3].forEach((id) => patient(id));
			practice.mailbox.refuse('patient1@example.com');
			practice.simulator.inject({
				match: { path: '/api/patients/2' },
				effect: { kind: 'status', status: 403, body: { detail: 'No' } },
			});
			[1, 2, 3].forEach((id) => practice.book({ patient: id, scheduled_time }));
			expect(await run()).toEqual({
				status: 'error',
				error: expect.stringMatching(/^Some reminders were not sent; all others were/) as string,
			});
			expect(sentTo()).toEqual(['patient3@example.com']);
		});

		test('a day without appointments sends nothing and costs one request', async () => {
			expect(await run()).toEqual({ status: 'success' });
			expect(practice.mailbox.letters).toEqual([]);
			expect(practice.requests()).toHaveLength(1);
		});
	});

	describe('daily-summary', () => {
		const run = async () => await practice.run(practice.example('daily-summary'));
		const common = {
			from: '"Example Practice" <n8n@example.com>',
			to: ['front-desk@example.com'],
			html: false,
			attachments: 0,
		};

		test('one email: counts, and the appointments in order of time, without names and reasons', async () => {
			const { date, short, long } = officeDay(0);
			practice.book({ patient: 1, scheduled_time: `${date}T14:30:00`, reason: 'Secret' });
			practice.book({ patient: 2, scheduled_time: `${date}T08:00:00`, doctor: 2, duration: 45 });
			practice.book({ patient: 3, scheduled_time: `${date}T09:00:00`, status: 'Cancelled' });
			practice.book({ patient: 4, scheduled_time: `${date}T10:00:00`, status: '' });
			practice.book({ patient: null, scheduled_time: `${date}T12:00:00`, appt_is_break: true });
			practice.book({ patient: 5, scheduled_time: `${officeDay(1).date}T10:00:00` });
			expect(await run()).toEqual({ status: 'success' });
			expect(practice.mailbox.letters).toEqual([
				{
					...common,
					subject: `Appointments on ${short}: 4`,
					text: `Example Practice, ${long}

Appointments: 4

By status
2 Confirmed
1 Cancelled
1 No status

By doctor
1 Jo O'Neill <MD>, Jr.
3 Ada Smith

In order of time
8:00 AM · 45 min · Jo O'Neill <MD>, Jr. · Confirmed
9:00 AM · 30 min · Ada Smith · Cancelled
10:00 AM · 30 min · Ada Smith · No status
2:30 PM · 30 min · Ada Smith · Confirmed
`,
				},
			]);
			expect(practice.requests()).toEqual([
				{ method: 'GET', path: '/api/appointments', query: { date, page_size: '250' } },
				{ method: 'GET', path: '/api/doctors', query: { page_size: '250' } },
			]);
		});

		test.each([
			['nothing', false],
			['nothing but a break', true],
		])('a day with %s has an email too', async (_, isBreak) => {
			const { date, short, long } = officeDay(0);
			if (isBreak) {
				practice.book({ patient: null, scheduled_time: `${date}T12:00:00`, appt_is_break: true });
			}
			expect(await run()).toEqual({ status: 'success' });
			expect(practice.mailbox.letters).toEqual([
				{
					...common,
					subject: `Appointments on ${short}: none`,
					text: `Example Practice, ${long}\n\nNo patient has an appointment today.\n`,
				},
			]);
			expect(practice.requests()).toHaveLength(1);
		});
	});

	describe('new-patient-welcome', () => {
		const added = (fields: { first_name: string; email: string }) =>
			practice.simulator.store.patients.insert({
				last_name: 'Example',
				gender: 'Female',
				doctor: 1,
				date_of_birth: '1980-05-17',
				...fields,
			});

		async function switchOn(): Promise<void> {
			const example = practice.example('new-patient-welcome');
			await practice.n8n.activate(await practice.n8n.createWorkflow(example));
			const trigger = example.nodes.find(({ type }) => type.endsWith('drChronoTrigger'));
			const url = `${practice.n8n.url}/webhook/${String(trigger?.webhookId)}/webhook`;
			// n8n has answered the activation before the address is there.
			await until('The webhook', () => practice.simulator.webhooks.register({ url }));
		}

		async function letters(count: number): Promise<void> {
			await until('The emails', () => practice.mailbox.letters.length >= count, 20);
		}

		test('each new patient with an address gets one welcome, and DrChrono is asked for nothing', async () => {
			await switchOn();
			const { webhooks } = practice.simulator;
			added({ first_name: 'Bo', email: '' });
			patient(1, { first_name: 'Changed' });
			added({ first_name: 'Zoë <b>, "Zo"', email: 'zoe@example.com' });
			await letters(1);
			await webhooks.idle();
			const delivery = webhooks.deliveries.find(({ object }) => object.email === 'zoe@example.com');
			await webhooks.repeat(delivery?.id ?? '');
			added({ first_name: 'Last', email: 'last@example.com' });
			await letters(2);
			expect(sentTo()).toEqual(['last@example.com', 'zoe@example.com']);
			expect(practice.mailbox.letters[0]).toEqual({
				from: '"Example Practice" <front-desk@example.com>',
				to: ['zoe@example.com'],
				subject: 'Welcome to Example Practice',
				text: `Hello Zoë <b>, "Zo",

welcome to Example Practice. Please bring to your first visit:

- a photo ID
- your insurance card
- a list of the medicines you take

Please come 15 minutes early. If you have a question, call us: (212) 555-0100

Example Practice
`,
				html: false,
				attachments: 0,
			});
			expect(practice.requests()).toEqual([]);
		});
	});
});
