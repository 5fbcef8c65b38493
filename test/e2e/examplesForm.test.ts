import { PDFDocument } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { FORM_LOGIN, PracticeDay, withChoices } from '../support/practiceDay';

describe.each(N8N_VERSIONS)('The example with a form, in n8n %s', (version) => {
	let practice: PracticeDay;

	beforeAll(async () => {
		practice = await PracticeDay.start(version);
	});
	afterAll(async () => await practice.stop());
	beforeEach(() => practice.simulator.clearLog());

	describe('intake-form', () => {
		let browser: Browser;
		let page: Page;
		let url: string;

		beforeAll(async () => {
			// "Choose the doctor that new patients get."
			const example = withChoices(practice.example('intake-form'), 'Create or Update Patient', {
				doctor: 2,
			});
			await practice.n8n.activate(await practice.n8n.createWorkflow(example));
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
