import { type Simulator, startSimulator } from '../../simulator';
import type { JsonObject } from '../../simulator/json';
import { A_MONTH } from '../../simulator/seeding/appointments';
import { client, object, results, UNTHROTTLED } from './support';

let simulator: Simulator;
let api: ReturnType<typeof client>;
beforeAll(async () => {
	simulator = await startSimulator({ throttle: UNTHROTTLED });
	api = client(simulator);
});
afterAll(() => simulator.close());

const list = async (path: string): Promise<JsonObject[]> => results(await api.get(path));

test('a fax inbox: what came in has a file, and some of it no patient yet', async () => {
	const faxes = await list('/api/messages?type=IF');
	expect(faxes.length).toBeGreaterThan(3);
	expect(faxes.some(({ patient }) => patient === null)).toBe(true);
	const file = await fetch(String(faxes[0].attachment));
	expect((await file.text()).slice(0, 8)).toBe('%PDF-1.4');
});

test('notes of the visits, each with what was written; an older one is not locked', async () => {
	const notes = await list('/api/clinical_notes');
	expect(notes.length).toBeGreaterThan(15);
	const open = notes.filter(({ signee }) => object(signee).locked_by === null);
	expect(open.length).toBeGreaterThan(6);
	expect(JSON.stringify(notes[0].clinical_note_sections)).toContain('Synthetic: ');
	const locked = notes.find(({ signee }) => object(signee).locked_by !== null);
	const path = `/api/appointments/${String(locked?.appointment)}?verbose=true`;
	const { clinical_note } = object((await api.get(path)).json);
	expect(object(clinical_note)).toMatchObject({
		locked: true,
		pdf: expect.stringMatching(/^http/),
	});
});

test('a month of notes, of which some are not locked although the visit was long ago', async () => {
	const practice = await startSimulator({ ...A_MONTH, throttle: UNTHROTTLED });
	const notes = results(await client(practice).get('/api/clinical_notes'));
	const { store } = practice;
	const visits = notes.map(({ appointment, signee }) => ({
		day: String(store.collection('appointments').get(String(appointment))?.scheduled_time),
		locked: object(signee).locked_by !== null,
	}));
	await practice.close();
	const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
	expect(visits.filter(({ day }) => day < ago(25)).length).toBeGreaterThan(6);
	expect(visits.filter(({ day, locked }) => day < ago(20) && !locked).length).toBeGreaterThan(1);
	expect(visits.filter(({ day, locked }) => day < ago(3) && locked).length).toBeGreaterThan(40);
});

test('results of which some are abnormal and not signed off, open tasks, charges of today', async () => {
	const labs = await list('/api/patient_lab_results');
	const abnormal = labs.filter(({ lab_abnormal_flag: flag }) => flag === 'H' || flag === 'HH');
	expect(abnormal.some(({ doctor_signoff }) => doctor_signoff === false)).toBe(true);
	const [status] = await list('/api/task_statuses');
	expect(status).toMatchObject({ name: 'Open', status_category: 'O' });
	expect((await list('/api/tasks?status=1')).length).toBeGreaterThan(1);
	const today = new Date().toISOString().slice(0, 10);
	const charges = await list(`/api/line_items?doctor=1`);
	expect(charges.every(({ billed }) => Number(billed) > 0)).toBe(true);
	expect(charges.every(({ service_date }) => String(service_date) <= today)).toBe(true);
});

test('coverage of who is coming, some of it inactive; consent forms that not all have signed', async () => {
	const checks = await list('/api/eligibility_checks');
	expect(new Set(checks.map(({ eligibility }) => eligibility))).toEqual(new Set(['1', '6']));
	expect((await list('/api/signed_consent_forms')).length).toBeLessThan(checks.length);
});

test('blocked time is a break on the calendar', async () => {
	const { post, get } = api;
	const block = { provider: 1, office: 1, description: 'Lunch' };
	const times = { start_time: '2030-03-15T12:00:00-04:00', end_time: '2030-03-15T13:00:00' };
	const made = object((await post('/api/schedule_blocks', { ...block, ...times })).json);
	expect(made).toMatchObject({ start_time: '2030-03-15T12:00:00', id: 1 });
	const shown = await get(`/api/appointments/${String(made.appointment_break)}`);
	expect(object(shown.json)).toMatchObject({ appt_is_break: true, patient: null, exam_room: 0 });
	const [found] = await list('/api/schedule_blocks?date=2030-03-15&doctor=1');
	expect(found.id).toBe(1);
});

test('a line that is deleted leaves its trace, a note for the pharmacy is appended', async () => {
	const { send, post, get } = api;
	const line = { appointment: 1, code: '99213', procedure_type: 'C', diagnosis_pointers: ['1'] };
	const made = object((await post('/api/line_items', { ...line, price: '80', quantity: 2 })).json);
	expect(made).toMatchObject({ billed: '160.00', doctor: expect.any(String) });
	expect((await send('DELETE', `/api/line_items/${String(made.id)}`)).status).toBe(204);
	const [gone] = await list('/api/line_item_deletions?appointment_id=1');
	expect(gone).toMatchObject({ billing_line_item_id: made.id });
	const path = '/api/medications/1';
	await send('PATCH', `${path}/append_to_pharmacy_note`, { note: 'Call first.' });
	simulator.doubts.pharmacyNote = 'text';
	await send('PATCH', `${path}/append_to_pharmacy_note`, { text: 'Twice.' });
	simulator.doubts.pharmacyNote = 'note';
	expect(object((await get(path)).json).pharmacy_note).toBe('Call first.\nTwice.');
});

test('a list in the background is started, asked for, and gone after an hour', async () => {
	const { post, get } = api;
	simulator.doubts.batchRounds = 'thrice';
	const { uuid } = object((await post('/api/patients_list?page_size=3', {})).json);
	const path = `/api/patients_list?uuid=${String(uuid)}`;
	const ask = async () => object((await get(path)).json);
	expect([(await ask()).status, (await ask()).status]).toEqual(['In progress', 'In progress']);
	const { status, results: rows, pagination } = await ask();
	expect([status, (rows as unknown[]).length]).toEqual(['Complete', 3]);
	expect(pagination).toEqual({ pages: 17, page: 1, count: 3 });
	simulator.clock.advance(3_600_001);
	expect((await get(path)).status).toBe(404);
});

test('payers are found by a part of the name; one who does not say the type is refused', async () => {
	expect(await list('/api/insurances?payer_type=emdeon&term=life')).toEqual([
		{ payer_id: '00002', payer_name: 'Example Life', state: 'NY' },
	]);
	expect((await api.get('/api/insurances?term=life')).status).toBe(400);
});

test('a room is added to an office; a form is applied, where the practice names the appointment', async () => {
	const { post } = api;
	const room = await post('/api/offices/1/add_exam_room', { name: 'Room 4' });
	expect([room.status, object(room.json).index]).toEqual([201, 4]);
	const apply = '/api/consent_forms/1/apply_to_appointment';
	expect((await post(apply, { appointment: 1 })).status).toBe(204);
	simulator.doubts.formAppointment = 'query';
	expect((await post(apply, { appointment: 1 })).status).toBe(400);
	expect((await post(`${apply}?appointment=1`, {})).status).toBe(204);
	simulator.doubts.formAppointment = 'body';
});
