import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DateTime } from 'luxon';
import type { JsonObject } from '../simulator';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { OFFICE_ZONE, PracticeDay, withFields } from '../support/practiceDay';

const daysAgo = (days: number) =>
	DateTime.now().setZone(OFFICE_ZONE).minus({ days }).toFormat('yyyy-MM-dd');

describe.each(N8N_VERSIONS)('The examples with files, in n8n %s', (version) => {
	let practice: PracticeDay;
	let home: string;

	beforeAll(async () => {
		home = mkdtempSync(path.join(tmpdir(), 'n8n-home-'));
		// What n8n 2.x allows unless it is told otherwise.
		mkdirSync(path.join(home, '.n8n-files'));
		practice = await PracticeDay.start(version, { HOME: home });
	});
	afterAll(async () => {
		await practice.stop();
		rmSync(home, { recursive: true, force: true });
	});
	beforeEach(() => practice.simulator.clearLog());

	const folder = () => path.join(home, '.n8n-files');
	const files = (name: string) =>
		readdirSync(folder())
			.filter((file) => file.startsWith(name))
			.sort();
	const csv = (file: string) => readFileSync(path.join(folder(), `${file}.csv`), 'utf8');

	describe('nightly-export', () => {
		const HEADER = '\uFEFFID,Scheduled Time,Duration,Status,Doctor,Office,Exam Room,Patient,Reason';
		const content = (day: string) => csv(`appointments-${day}`);
		const run = async (values: Record<string, string> = {}) =>
			await practice.run(
				withFields(practice.example('nightly-export'), 'Day and Folder', {
					folder: folder(),
					...values,
				}),
			);

		test('the day before is one CSV file, in which no cell is a formula', async () => {
			const day = daysAgo(1);
			practice.book({ patient: 1, scheduled_time: `${day}T09:30:00`, reason: 'Knee, "left" <b>' });
			practice.book({ patient: 2, scheduled_time: `${day}T10:00:00`, reason: '=HYPERLINK("x")' });
			practice.book({ patient: 3, scheduled_time: `${day}T10:30:00`, reason: '@SUM(1+1)' });
			practice.book({ patient: 4, scheduled_time: `${day}T11:00:00`, reason: '\t-2+3 é' });
			practice.book({ patient: null, scheduled_time: `${day}T12:00:00`, reason: '+1' });
			practice.book({ patient: 5, scheduled_time: `${daysAgo(0)}T09:30:00` });
			expect(await run()).toEqual({ status: 'success' });
			expect(files('appointments')).toEqual([`appointments-${day}.csv`]);
			expect(content(day).split('\r\n')).toEqual([
				HEADER,
				`1,${day}T09:30:00,30,Confirmed,1,1,1,1,"Knee, ""left"" <b>"`,
				`2,${day}T10:00:00,30,Confirmed,1,1,1,2,"'=HYPERLINK(""x"")"`,
				`3,${day}T10:30:00,30,Confirmed,1,1,1,3,'@SUM(1+1)`,
				`4,${day}T11:00:00,30,Confirmed,1,1,1,4,'\t-2+3 é`,
				`5,${day}T12:00:00,30,Confirmed,1,1,1,,+1`,
				'',
			]);
			expect(practice.requests()).toEqual([
				{ method: 'GET', path: '/api/appointments', query: { date: day, page_size: '250' } },
			]);
		});

		test('another night is another file, and the first stays as it was', async () => {
			const before = content(daysAgo(1));
			practice.book({ patient: 1, scheduled_time: `${daysAgo(2)}T09:30:00`, reason: 'Other' });
			expect(await run({ day: daysAgo(2) })).toEqual({ status: 'success' });
			expect(files('appointments')).toEqual([
				`appointments-${daysAgo(2)}.csv`,
				`appointments-${daysAgo(1)}.csv`,
			]);
			expect(content(daysAgo(1))).toBe(before);
			expect(content(daysAgo(2))).toContain('Other');
		});

		test('the same night again is the same file', async () => {
			const before = content(daysAgo(1));
			expect(await run()).toEqual({ status: 'success' });
			expect(files('appointments')).toEqual([
				`appointments-${daysAgo(2)}.csv`,
				`appointments-${daysAgo(1)}.csv`,
			]);
			expect(content(daysAgo(1))).toBe(before);
		});

		test('a day without appointments is a file with the names of the columns alone', async () => {
			expect(await run({ day: daysAgo(3) })).toEqual({ status: 'success' });
			expect(content(daysAgo(3))).toBe(`${HEADER}\r\n`);
		});

		test('a folder that is not there is told, and nothing is written elsewhere', async () => {
			const before = readdirSync(folder());
			const missing = path.join(folder(), 'missing');
			expect((await run({ folder: missing })).status).toBe('error');
			expect(readdirSync(folder())).toEqual(before);
		});
	});

	describe('charges-of-the-day', () => {
		const HEADER =
			'\uFEFFID,Posted Date,Service Date,Appointment,Patient,Doctor,Procedure Type,Code,Modifiers,Diagnosis Pointers,Quantity,Price,Billed,Paid Total,Balance Total,Billing Status';
		const content = (day: string) => csv(`charges-${day}`);
		const run = async (values: Record<string, string> = {}) =>
			await practice.run(
				withFields(practice.example('charges-of-the-day'), 'Days and Folder', {
					folder: folder(),
					...values,
				}),
			);
		const charge = (posted_date: string, fields: JsonObject = {}) =>
			practice.insert('line_items', {
				...{ posted_date, service_date: posted_date, appointment: 1, patient: '1', doctor: '1' },
				...{ procedure_type: 'C', code: '99213', modifiers: [], diagnosis_pointers: ['1'] },
				...{ quantity: '1.0000', price: '120.00', billed: '120.00', paid_total: '0.00' },
				...{ balance_total: '120.00', billing_status: '' },
				...fields,
			});

		beforeEach(() => practice.empty('line_items'));

		test('today’s charges are a file, and those of the day before are written anew', async () => {
			const [today, yesterday] = [daysAgo(0), daysAgo(1)];
			charge(today, { id: 410001, service_date: yesterday, code: '=cmd', modifiers: ['25', 'TC'] });
			charge(today, {
				id: 410002,
				patient: '2',
				billed: '15.00',
				billing_status: 'Bill, "Insurance"',
			});
			charge(yesterday, { id: 410003, code: '36415' });
			charge(daysAgo(2));
			expect(await run()).toEqual({ status: 'success' });
			expect(files('charges')).toEqual([`charges-${yesterday}.csv`, `charges-${today}.csv`]);
			expect(content(today).split('\r\n')).toEqual([
				HEADER,
				`410001,${today},${yesterday},1,1,1,C,'=cmd,"25; TC",1,1.0000,120.00,120.00,0.00,120.00,`,
				`410002,${today},${today},1,2,1,C,99213,,1,1.0000,120.00,15.00,0.00,120.00,"Bill, ""Insurance"""`,
				'',
			]);
			expect(content(yesterday).split('\r\n')).toEqual([
				HEADER,
				`410003,${yesterday},${yesterday},1,1,1,C,36415,,1,1.0000,120.00,120.00,0.00,120.00,`,
				'',
			]);
			expect(practice.requests()).toEqual(
				[yesterday, today].map((posted_date) => ({
					method: 'GET',
					path: '/api/line_items',
					query: { posted_date, page_size: '250' },
				})),
			);
		});

		test('the same evening again is the same two files, with what was entered meanwhile', async () => {
			const [today, yesterday] = [daysAgo(0), daysAgo(1)];
			const before = files('charges');
			charge(today);
			expect(await run()).toEqual({ status: 'success' });
			charge(yesterday, { code: 'LATE1' });
			expect(await run()).toEqual({ status: 'success' });
			expect(files('charges')).toEqual(before);
			expect(content(today).split('\r\n')).toHaveLength(3);
			expect(content(yesterday)).toContain(',LATE1,');
		});

		test('a day without charges is a file with the names of the columns alone', async () => {
			expect(await run({ days: JSON.stringify([daysAgo(5)]) })).toEqual({ status: 'success' });
			expect(content(daysAgo(5))).toBe(`${HEADER}\r\n`);
			expect(practice.requests()).toHaveLength(1);
		});
	});
});
