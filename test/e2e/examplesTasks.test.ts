import { DateTime } from 'luxon';
import type { Row } from '../simulator';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { PracticeDay, withChoices, withFields } from '../support/practiceDay';

describe.each(N8N_VERSIONS)('The examples that make tasks, in n8n %s', (version) => {
	let practice: PracticeDay;

	beforeAll(async () => {
		practice = await PracticeDay.start(version);
	});
	afterAll(async () => await practice.stop());
	beforeEach(() => {
		practice.empty('tasks');
		practice.simulator.clearLog();
	});

	/** The simulator’s wall clock, so many days ago. */
	const ago = (days: number) =>
		DateTime.now()
			.setZone(practice.simulator.store.settings.timezone)
			.minus({ days })
			.toFormat("yyyy-MM-dd'T'HH:mm:ss");
	const tasks = () => practice.simulator.store.collection('tasks').all();
	const wire = () => practice.requests().map(({ method, path }) => `${method} ${path}`);

	describe('abnormal-lab-results', () => {
		const STATUS = 3;
		const GROUP = 2;
		const run = async () =>
			await practice.run(
				withChoices(practice.example('abnormal-lab-results'), 'Create Task', {
					status: STATUS,
					assignee_group: GROUP,
				}),
			);
		const result = (fields: Partial<Row>): Row =>
			practice.insert('patient_lab_results', {
				...{ patient: 1, ordering_doctor: 1, title: 'Potassium', doctor_signoff: false },
				...{ lab_result_value: '6.4', lab_result_value_units: 'mmol/L', lab_abnormal_flag: 'H' },
				...{ lab_normal_range: '3.5-5.1', date_test_performed: '2025-03-03' },
				...fields,
			});

		beforeEach(() => practice.empty('patient_lab_results'));

		test('two abnormal results become two tasks about their patients, and none the next time', async () => {
			const { id: high } = result({ patient: 4 });
			const { id: low } = result({
				...{ patient: 5, title: 'TSH: "third" <gen>', lab_abnormal_flag: 'LL' },
				...{ lab_result_value: '0.01', lab_result_value_units: '', lab_normal_range: '' },
			});
			expect(await run()).toEqual({ status: 'success' });
			const common = { status: STATUS, assignee_group: GROUP };
			expect(tasks()).toMatchObject([
				{
					...common,
					title: `Abnormal result ${high} H: Potassium`,
					priority: '30',
					associated_items: [{ type: 'Patient', value: 4 }],
					notes: [{ text: 'Potassium 6.4 mmol/L, flag H, normal 3.5-5.1, tested 2025-03-03' }],
				},
				{
					...common,
					title: `Abnormal result ${low} LL: TSH: "third" <gen>`,
					priority: '40',
					associated_items: [{ type: 'Patient', value: 5 }],
					notes: [
						{
							text: 'TSH: "third" <gen> 0.01, flag LL, normal not given, tested 2025-03-03',
						},
					],
				},
			]);
			const reads = ['GET /api/patient_lab_results', 'GET /api/tasks'];
			expect(wire()).toEqual([...reads, 'POST /api/tasks', 'POST /api/tasks']);
			practice.simulator.clearLog();
			expect(await run()).toEqual({ status: 'success' });
			expect(wire()).toEqual(reads);
			expect(tasks()).toHaveLength(2);
		});

		test('what is normal, signed off or old makes no task, at the cost of one request', async () => {
			for (const flag of ['', 'N', 'null', 'B', 'S', null]) result({ lab_abnormal_flag: flag });
			result({ doctor_signoff: true });
			result({ updated_at: ago(9) });
			expect(await run()).toEqual({ status: 'success' });
			expect(wire()).toEqual(['GET /api/patient_lab_results']);
			expect(tasks()).toEqual([]);
		});

		test('a result that is not yet looked at counts, and a corrected flag is another task', async () => {
			const { id } = result({ doctor_signoff: null });
			await run();
			practice.simulator.store
				.collection('patient_lab_results')
				.update(id, { lab_abnormal_flag: 'HH', doctor_comments: 'Seen by phone' });
			await run();
			expect(tasks().map(({ title }) => title)).toEqual([
				`Abnormal result ${id} H: Potassium`,
				`Abnormal result ${id} HH: Potassium`,
			]);
		});

		test('a task that somebody renamed behind its number, or completed, is known again', async () => {
			const { id } = result({});
			await run();
			const collection = practice.simulator.store.collection('tasks');
			const [task] = tasks();
			collection.update(task.id, { title: `Abnormal result ${id} H: called, waits`, status: 4 });
			await run();
			expect(tasks()).toHaveLength(1);
		});

		test('one that DrChrono refuses costs the others nothing, and the next run makes up for it', async () => {
			result({});
			result({ patient: 2 });
			practice.simulator.inject({
				match: { method: 'POST', path: '/api/tasks' },
				effect: { kind: 'status', status: 400, body: { title: ['No'] } },
			});
			expect(await run()).toEqual({
				status: 'error',
				error: expect.stringMatching(/^Some abnormal results have no task yet/) as string,
			});
			expect(tasks()).toHaveLength(1);
			expect(await run()).toEqual({ status: 'success' });
			expect(tasks()).toHaveLength(2);
		});
	});

	describe('incoming-faxes', () => {
		const [STATUS, REVIEWERS, FRONT_DESK] = [1, 2, 1];
		const run = async (day = ago(30).slice(0, 10)) => {
			const example = withFields(practice.example('incoming-faxes'), 'From When On', { day });
			const [review, ask] = [{ assignee_group: REVIEWERS }, { assignee_group: FRONT_DESK }];
			const first = withChoices(example, 'Ask to Review', { status: STATUS, ...review });
			return await practice.run(withChoices(first, 'Ask Whose It Is', { status: STATUS, ...ask }));
		};
		const collection = (name: string) => practice.simulator.store.collection(name);
		const charts = () => collection('documents').all();
		let scans: Row[];
		/** A fax as one of the inbox that the simulator starts with. */
		const fax = (index: number, fields: Partial<Row>): Row =>
			practice.insert('messages', {
				...{ doctor: 2, type: 'IF', title: 'Referral', attachment: scans[index].attachment },
				...{ patient: null, received_at: `${ago(1).slice(0, 10)}T07:45:00` },
				...fields,
			});

		beforeAll(() => {
			scans = collection('messages')
				.all()
				.filter(({ type }) => type === 'IF');
		});
		beforeEach(() => ['messages', 'documents'].forEach((name) => practice.empty(name)));

		const reads = ['GET /api/messages', 'GET /api/tasks'];

		test('one is filed and asked about, the other asked whose it is; the next time none is', async () => {
			const { id: known } = fax(0, { patient: 4, title: 'Referral: "knee", <b>' });
			const { id: unknown } = fax(1, { title: '' });
			expect(await run()).toEqual({ status: 'success' });
			const day = ago(1).slice(0, 10);
			expect(charts()).toMatchObject([
				{ patient: 4, doctor: 2, date: day, description: 'Fax: Referral: "knee", <b>' },
			]);
			const [{ id: document }] = charts();
			expect(tasks()).toMatchObject([
				{
					title: `Fax ${known}: Referral: "knee", <b>`,
					...{ status: STATUS, assignee_group: REVIEWERS },
					associated_items: [
						{ type: 'Patient', value: 4 },
						{ type: 'Document', value: document },
					],
				},
				{
					title: `Fax ${unknown} without a patient: no title`,
					...{ status: STATUS, assignee_group: FRONT_DESK },
					associated_items: [{ type: 'Message', value: unknown }],
				},
			]);
			expect(wire()).toEqual([
				...reads,
				`GET /api/messages/${known}`,
				...['GET /api/documents', 'POST /api/documents', 'POST /api/tasks', 'POST /api/tasks'],
			]);
			practice.simulator.clearLog();
			expect(await run()).toEqual({ status: 'success' });
			expect(wire()).toEqual(reads);
		});

		test('a fax whose patient somebody has chosen meanwhile is filed, once', async () => {
			const { id } = fax(0, {});
			await run();
			expect(charts()).toEqual([]);
			collection('messages').update(id, { patient: 5 });
			await run();
			await run();
			expect(charts()).toMatchObject([{ patient: 5 }]);
			expect(tasks().map(({ title }) => title)).toEqual([
				`Fax ${id} without a patient: Referral`,
				`Fax ${id}: Referral`,
			]);
		});

		test('an inbox without new faxes costs one request, and what was there before stays', async () => {
			fax(0, { patient: 4, received_at: `${ago(40).slice(0, 10)}T07:45:00` });
			fax(1, { patient: 4, updated_at: ago(9) });
			fax(2, { patient: 4, type: 'PI' });
			expect(await run()).toEqual({ status: 'success' });
			expect(wire()).toEqual(['GET /api/messages']);
			expect([...charts(), ...tasks()]).toEqual([]);
		});

		test('a fax without a file is asked about', async () => {
			const { id } = fax(0, { patient: 4, attachment: null });
			expect(await run()).toEqual({ status: 'success' });
			expect(tasks()).toMatchObject([{ title: `Fax ${id} without a file: Referral` }]);
			expect(charts()).toEqual([]);
		});

		test('where the task is refused, the next run asks without filing the fax a second time', async () => {
			fax(0, { patient: 4 });
			fax(1, { patient: 5 });
			practice.simulator.inject({
				match: { method: 'POST', path: '/api/tasks' },
				effect: { kind: 'status', status: 400, body: { title: ['No'] } },
			});
			expect(await run()).toEqual({
				status: 'error',
				error: expect.stringMatching(/^Some faxes could not be dealt with/) as string,
			});
			expect([charts().length, tasks().length]).toEqual([2, 1]);
			expect(await run()).toEqual({ status: 'success' });
			expect([charts().length, tasks().length]).toEqual([2, 2]);
		});
	});
});
