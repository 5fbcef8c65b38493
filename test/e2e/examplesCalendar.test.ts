import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DateTime } from 'luxon';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { OFFICE_ZONE, PracticeDay, withChoices, withFields } from '../support/practiceDay';

/** Where somebody's calendar is published, as iCalendar (RFC 5545). */
class Calendar {
	content = '';

	private constructor(private readonly server: Server) {}

	static async start(): Promise<Calendar> {
		const server = createServer((_request, answer) => {
			answer.setHeader('content-type', 'text/calendar; charset=utf-8');
			answer.end(calendar.content);
		});
		const calendar = new Calendar(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return calendar;
	}

	get address(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/vacation.ics`;
	}

	/** Each event is its lines between the first and the last. */
	events(...events: string[][]): void {
		const lines = events.flatMap((event, index) => [
			...['BEGIN:VEVENT', `UID:${index}@example.com`, 'DTSTAMP:20250101T000000Z'],
			...[...event, 'SUMMARY:Secret', 'END:VEVENT'],
		]);
		const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Calendar//EN'];
		this.content = [...head, ...lines, 'END:VCALENDAR', ''].join('\r\n');
	}

	async stop(): Promise<void> {
		await new Promise((resolve) => this.server.close(resolve));
	}
}

const day = (days: number) => DateTime.now().setZone(OFFICE_ZONE).startOf('day').plus({ days });
const iso = (days: number) => day(days).toFormat('yyyy-MM-dd');
/** An event of whole days, from one to another, the last not included. */
const wholeDays = (from: number, to: number) => [
	`DTSTART;VALUE=DATE:${day(from).toFormat('yyyyMMdd')}`,
	`DTEND;VALUE=DATE:${day(to).toFormat('yyyyMMdd')}`,
];
/** A time on a day of the office, as calendars write it. */
const utc = (days: number, hour: number) =>
	day(days).set({ hour }).toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");

describe.each(N8N_VERSIONS)('The example with a calendar, in n8n %s', (version) => {
	const [DOCTOR, OFFICE] = [2, 1];
	let practice: PracticeDay;
	let calendar: Calendar;

	beforeAll(async () => {
		[practice, calendar] = await Promise.all([PracticeDay.start(version), Calendar.start()]);
		practice.simulator.store.settings.timezone = OFFICE_ZONE;
	});
	afterAll(async () => await Promise.all([practice.stop(), calendar.stop()]));
	beforeEach(() => {
		practice.empty('schedule_blocks');
		practice.simulator.clearLog();
	});

	const run = async () => {
		const { address } = calendar;
		const example = withFields(practice.example('vacation-calendar'), 'Calendar', { address });
		const withDoctor = withChoices(example, 'Doctor', { doctorId: DOCTOR });
		return await practice.run(withChoices(withDoctor, 'Office', { officeId: OFFICE }));
	};
	const blocks = () => practice.simulator.store.collection('schedule_blocks').all();
	const blocked = () => blocks().map(({ start_time, end_time }) => [start_time, end_time]);
	const wire = () => practice.requests().map(({ method, path }) => `${method} ${path}`);
	const reads = [
		...[`GET /api/doctors/${DOCTOR}`, `GET /api/offices/${OFFICE}`],
		'GET /api/schedule_blocks',
	];

	test('each day of a vacation is blocked for the hours of the office, and not again the next time', async () => {
		calendar.events(wholeDays(3, 5), [`DTSTART:${utc(9, 13)}`, `DTEND:${utc(9, 20)}`]);
		expect(await run()).toEqual({ status: 'success' });
		const common = { provider: DOCTOR, office: OFFICE, description: 'Vacation' };
		expect(blocks()).toMatchObject([
			{ ...common, start_time: `${iso(3)}T08:00:00`, end_time: `${iso(3)}T18:00:00` },
			{ ...common, start_time: `${iso(4)}T08:00:00`, end_time: `${iso(4)}T18:00:00` },
			{ ...common, start_time: `${iso(9)}T13:00:00`, end_time: `${iso(9)}T18:00:00` },
		]);
		expect(wire()).toEqual([...reads, ...Array<string>(3).fill('POST /api/schedule_blocks')]);
		const [{ query }] = practice.requests().filter(({ path }) => path === '/api/schedule_blocks');
		expect(query).toEqual({
			date_range: `${iso(0)}/${iso(180)}`,
			...{ doctor: String(DOCTOR), office: String(OFFICE), page_size: '250' },
		});
		practice.simulator.clearLog();
		expect(await run()).toEqual({ status: 'success' });
		expect(wire()).toEqual(reads);
	});

	test('a vacation over several weeks that has begun is blocked from today on, by days', async () => {
		calendar.events([`DTSTART:${utc(-3, 12)}`, `DTEND:${utc(2, 12)}`]);
		expect(await run()).toEqual({ status: 'success' });
		expect(blocked()).toEqual([
			[`${iso(0)}T08:00:00`, `${iso(0)}T18:00:00`],
			[`${iso(1)}T08:00:00`, `${iso(1)}T18:00:00`],
			[`${iso(2)}T08:00:00`, `${iso(2)}T12:00:00`],
		]);
	});

	test('what is cancelled, over, far ahead, outside the hours or there twice blocks nothing more', async () => {
		const day7 = [`DTSTART;VALUE=DATE:${day(7).toFormat('yyyyMMdd')}`];
		calendar.events(
			[...wholeDays(5, 6), 'STATUS:CANCELLED'],
			wholeDays(-5, 0),
			wholeDays(181, 190),
			[`DTSTART:${utc(6, 19)}`, 'DURATION:PT2H'],
			day7,
			day7,
		);
		expect(await run()).toEqual({ status: 'success' });
		expect(blocked()).toEqual([[`${iso(7)}T08:00:00`, `${iso(7)}T18:00:00`]]);
	});

	test('a vacation that is moved is blocked where it is now, and nothing is unblocked', async () => {
		calendar.events(wholeDays(20, 21));
		await run();
		calendar.events(wholeDays(27, 28));
		await run();
		calendar.events();
		await run();
		expect(blocked().map(([start]) => start)).toEqual([
			`${iso(20)}T08:00:00`,
			`${iso(27)}T08:00:00`,
		]);
		expect(practice.requests().filter(({ method }) => method === 'DELETE')).toEqual([]);
	});

	test('a calendar without vacations costs two requests, and what is no calendar none', async () => {
		calendar.events();
		expect(await run()).toEqual({ status: 'success' });
		expect(wire()).toEqual(reads.slice(0, 2));
		practice.simulator.clearLog();
		calendar.content = '<html>Please sign in</html>';
		expect((await run()).status).toBe('error');
		expect(wire()).toEqual([]);
	});

	test('a day that DrChrono refuses costs the others nothing, and the next run makes up for it', async () => {
		calendar.events(wholeDays(3, 5));
		practice.simulator.inject({
			match: { method: 'POST', path: '/api/schedule_blocks' },
			effect: { kind: 'status', status: 409, body: { detail: 'Overlaps' } },
		});
		expect(await run()).toEqual({
			status: 'error',
			error: expect.stringMatching(/^Some days are not blocked yet/) as string,
		});
		expect(blocks()).toHaveLength(1);
		expect(await run()).toEqual({ status: 'success' });
		expect(blocks()).toHaveLength(2);
	});
});
