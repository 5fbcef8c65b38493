import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DateTime } from 'luxon';
import { PDFDocument } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { FORM_LOGIN, OFFICE_ZONE, PracticeDay, withFields } from '../support/practiceDay';

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

	describe('nightly-export', () => {
		const HEADER = '\uFEFFID,Scheduled Time,Duration,Status,Doctor,Office,Exam Room,Patient,Reason';
		const folder = () => path.join(home, '.n8n-files');
		const files = () => readdirSync(folder()).sort();
		const content = (day: string) =>
			readFileSync(path.join(folder(), `appointments-${day}.csv`), 'utf8');
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
			expect(files()).toEqual([`appointments-${day}.csv`]);
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
			expect(files()).toEqual([`appointments-${daysAgo(2)}.csv`, `appointments-${daysAgo(1)}.csv`]);
			expect(content(daysAgo(1))).toBe(before);
			expect(content(daysAgo(2))).toContain('Other');
		});

		test('the same night again is the same file', async () => {
			const before = content(daysAgo(1));
			expect(await run()).toEqual({ status: 'success' });
			expect(files()).toEqual([`appointments-${daysAgo(2)}.csv`, `appointments-${daysAgo(1)}.csv`]);
			expect(content(daysAgo(1))).toBe(before);
		});

		test('a day without appointments is a file with the names of the columns alone', async () => {
			expect(await run({ day: daysAgo(3) })).toEqual({ status: 'success' });
			expect(content(daysAgo(3))).toBe(`${HEADER}\r\n`);
		});

		test('a folder that is not there is told, and nothing is written elsewhere', async () => {
			const before = files();
			const missing = path.join(folder(), 'missing');
			expect((await run({ folder: missing })).status).toBe('error');
			expect(files()).toEqual(before);
		});
	});

	describe('intake-form', () => {
		let browser: Browser;
		let page: Page;
		let url: string;

		beforeAll(async () => {
			const example = practice.example('intake-form');
			// "Choose the doctor that new patients get."
			const nodes = example.nodes.map((node) =>
				node.name === 'Create or Update Patient'
					? {
							...node,
							parameters: { ...node.parameters, doctor: { __rl: true, mode: 'list', value: '2' } },
						}
					: node,
			);
			await practice.n8n.activate(await practice.n8n.createWorkflow({ ...example, nodes }));
			url = `${practice.n8n.url}/form/${String(example.nodes.find(({ name }) => name === 'Form')?.webhookId)}`;
			browser = await openBrowser();
		});
		afterAll(async () => await browser.close());
		beforeEach(async () => {
			const { user: username, password } = FORM_LOGIN;
			page = await browser.newPage({ httpCredentials: { username, password } });
			page.setDefaultTimeout(30_000);
		});
		afterEach(async () => await page.close());

		const NEW = {
			'First Name': 'Zoë "Zo"',
			'Last Name': "O'Hara <b>, Jr.",
			'Date of Birth': '1984-02-29',
			Gender: 'I prefer not to say',
			Email: 'zoe@example.com',
			'Cell Phone': '(212) 555-0123',
		};

		async function pdf(text: string): Promise<Buffer> {
			const document = await PDFDocument.create();
			document.addPage().drawText(text);
			return Buffer.from(await document.save());
		}

		let consent: Buffer;
		beforeAll(async () => {
			consent = await pdf('Signed');
		});

		async function send(values: Record<string, string>, file: Buffer): Promise<void> {
			await page.goto(url);
			for (const [label, value] of Object.entries(values)) {
				const field = page.getByLabel(label);
				if (label === 'Gender') await field.selectOption(value);
				else await field.fill(value);
			}
			await page.setInputFiles('input[type=file]', {
				name: 'consent.pdf',
				mimeType: 'application/pdf',
				buffer: file,
			});
			await page.screenshot({ path: `.artifacts/examples-${version}/form.png`, fullPage: true });
			await page.getByRole('button', { name: 'Send' }).click();
			await page.getByText('We have received your form.').waitFor();
		}

		const known = () =>
			practice.simulator.store.patients.all().filter(({ first_name }) => first_name === 'Zoë "Zo"');
		const consents = () =>
			practice.simulator.store
				.collection('documents')
				.all()
				.filter(({ description }) => description === 'Signed consent');
		const writes = () => practice.requests().filter(({ method }) => method !== 'GET');

		test('a new patient is created, with the signed consent in the chart', async () => {
			await send(NEW, consent);
			expect(known()).toMatchObject([
				{
					first_name: 'Zoë "Zo"',
					last_name: "O'Hara <b>, Jr.",
					date_of_birth: '1984-02-29',
					gender: 'ASKU',
					email: 'zoe@example.com',
					cell_phone: '(212) 555-0123',
					doctor: 2,
				},
			]);
			expect(consents()).toMatchObject([{ patient: known()[0].id, doctor: 2 }]);
			expect(practice.requests().map(({ method, path: to }) => `${method} ${to}`)).toEqual([
				'GET /api/patients',
				'POST /api/patients',
				'GET /api/documents',
				'POST /api/documents',
			]);
		});

		test('the same form again doubles neither the patient nor the document', async () => {
			await send(NEW, consent);
			expect(known()).toHaveLength(1);
			expect(consents()).toHaveLength(1);
			expect(writes().map(({ method, path: to }) => `${method} ${to}`)).toEqual([
				`PATCH /api/patients/${String(known()[0].id)}`,
			]);
		});

		test('a patient who is known gets the new phone number and keeps the doctor and the gender', async () => {
			const [{ id }] = known();
			practice.simulator.store.patients.update(id, { doctor: 1 });
			const form = { ...NEW, Gender: 'Other', Email: '', 'Cell Phone': '(212) 555-0199' };
			await send(form, await pdf('Again'));
			expect(known()).toMatchObject([
				{ doctor: 1, gender: 'ASKU', email: 'zoe@example.com', cell_phone: '(212) 555-0199' },
			]);
			expect(consents()).toMatchObject([{ doctor: 2 }, { patient: id, doctor: 1 }]);
			expect(writes().map(({ method }) => method)).toEqual(['PATCH', 'POST']);
		});

		test('nobody without the password sees the form or sends it', async () => {
			const body = new FormData();
			body.append('field-0', 'Mallory');
			expect((await fetch(url)).status).toBe(401);
			expect((await fetch(url, { method: 'POST', body })).status).toBeGreaterThanOrEqual(400);
			expect(practice.requests()).toEqual([]);
		});
	});
});
