import { type Json, type Simulator, startSimulator } from '../../simulator';
import { UNTHROTTLED, client, ids, object, results, scalar } from './support';

let simulator: Simulator;
let api: ReturnType<typeof client>;
beforeEach(async () => {
	simulator = await startSimulator({ throttle: UNTHROTTLED });
	api = client(simulator);
});
afterEach(() => simulator.close());

const ada = { doctor: 1, gender: 'Female', first_name: 'Ada', last_name: 'Example' };

test('one object is created; unknown and read-only fields are dropped silently', async () => {
	const body = { ...ada, copay: 25, nonsense: 1, id: 9999, created_at: '2001-01-01T00:00:00' };
	const { status, json } = await api.post('/api/patients', body);
	expect(status).toBe(201);
	expect(json).toMatchObject({ id: 51, chart_id: 'EXAD000001', copay: '25.00', race: 'blank' });
	expect(json).not.toHaveProperty('nonsense');
	expect(scalar(object(json).created_at)).toMatch(/^20(?!01)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d$/);
});

test('an array is created whole and in order, or not at all', async () => {
	const { status, json } = await api.post('/api/patients', [
		{ ...ada, first_name: 'A' },
		{ ...ada, first_name: 'B' },
	]);
	expect(status).toBe(201);
	expect(json).toMatchObject([{ first_name: 'A' }, { first_name: 'B' }]);
	const refused = await api.post('/api/patients', [
		{ ...ada, first_name: 'C' },
		{ doctor: 1, first_name: 'D' },
	]);
	expect(refused.status).toBe(400);
	expect(refused.json).toEqual([{}, { gender: ['This field is required.'] }]);
	expect(simulator.store.patients.size).toBe(52);
});

test.each<[string, Json, Json]>([
	['missing', { first_name: 'x' }, ['doctor', 'gender']],
	['enum', { ...ada, gender: 'x' }, { gender: ['"x" is not a valid choice.'] }],
	['doctor', { ...ada, doctor: 99 }, { doctor: ['Invalid pk "99" - object does not exist.'] }],
	['email', { ...ada, email: 'x' }, { email: ['Enter a valid email address.'] }],
	['boolean', { ...ada, disable_sms_messages: 'x' }, ['disable_sms_messages']],
	['date', { ...ada, date_of_birth: '02/14/2021' }, ['date_of_birth']],
	['no such day', { ...ada, date_of_birth: '2021-02-30' }, ['date_of_birth']],
	['decimal', { ...ada, copay: 'x' }, { copay: ['A valid number is required.'] }],
	['text', { ...ada, city: [] }, { city: ['Not a valid string.'] }],
	['null', { ...ada, city: null }, { city: ['This field may not be null.'] }],
	['list', { ...ada, offices: 1 }, ['offices']],
	['chart id', { ...ada, chart_id: '12' }, ['chart_id']],
	['nested', { ...ada, primary_insurance: { subscriber_state: 'x' } }, ['primary_insurance']],
	['no object', 'x', ['non_field_errors']],
])('refused with 400: %s', async (_name, body, expected) => {
	const { status, json } = await api.post('/api/patients', body);
	expect(status).toBe(400);
	if (Array.isArray(expected)) expect(Object.keys(object(json))).toEqual(expected);
	else expect(json).toEqual(expected);
	expect(simulator.store.patients.size).toBe(50);
});

test('another media type is refused with 415, malformed JSON with 400', async () => {
	const post = (type: string, body: string) =>
		fetch(`${simulator.url}/api/patients`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${simulator.connect().access_token}`,
				'content-type': type,
			},
			body,
		});
	expect((await post('text/plain', '{}')).status).toBe(415);
	const malformed = await post('application/json', '{');
	expect(malformed.status).toBe(400);
	expect(await malformed.text()).toContain('JSON parse error - ');
});

test('a potential duplicate is refused unless allowed, within an array too', async () => {
	expect((await api.post('/api/patients', ada)).status).toBe(201);
	const twin = { ...ada, first_name: 'ADA' };
	const refused = await api.post('/api/patients', twin);
	expect(refused.status).toBe(409);
	expect(refused.text).toContain('Potential duplicate patient(s) found.');
	expect((await api.post('/api/patients', [{ ...ada, last_name: 'Z' }, twin])).status).toBe(409);
	const twins = [
		{ ...ada, last_name: 'Y' },
		{ ...ada, last_name: 'Y' },
	];
	expect((await api.post('/api/patients', twins)).status).toBe(409);
	expect(simulator.store.patients.size).toBe(51);
	expect((await api.post('/api/patients?allow_duplicates=true', twin)).status).toBe(201);
	simulator.store.settings.duplicateCheck = false;
	expect((await api.post('/api/patients', twin)).json).toMatchObject({ chart_id: 'EXAD000003' });
});

test('a chart id is unique', async () => {
	const body = { ...ada, chart_id: 'ABCD000001' };
	expect((await api.post('/api/patients', body)).status).toBe(201);
	const refused = await api.post('/api/patients', { ...body, first_name: 'Bea' });
	expect(Object.keys(object(refused.json))).toEqual(['chart_id']);
	expect((await api.send('PATCH', '/api/patients/1', { chart_id: 'ABCD000001' })).status).toBe(400);
	expect((await api.send('PATCH', '/api/patients/51', { chart_id: 'ABCD000001' })).status).toBe(
		204,
	);
});

test('PATCH changes the given fields, PUT writes the whole, both answer 204 and nothing', async () => {
	const before = object((await api.get('/api/patients/1')).json);
	simulator.clock.advance(5000);
	const patched = await api.send('PATCH', '/api/patients/1', { city: 'Elsewhere' });
	expect([patched.status, patched.text]).toEqual([204, '']);
	const after = object((await api.get('/api/patients/1')).json);
	expect(after).toEqual({ ...before, city: 'Elsewhere', updated_at: after.updated_at });
	expect(after.updated_at).not.toBe(before.updated_at);
	expect((await api.send('PUT', '/api/patients/1', { city: 'x' })).status).toBe(400);
	expect((await api.send('PUT', '/api/patients/1', ada)).status).toBe(204);
	const whole = object((await api.get('/api/patients/1')).json);
	expect(whole).toMatchObject({ id: 1, first_name: 'Ada', city: '', chart_id: before.chart_id });
});

test('DELETE removes; a missing, foreign or odd id is not found', async () => {
	const deleted = await api.send('DELETE', '/api/patients/1');
	expect([deleted.status, deleted.text]).toEqual([204, '']);
	expect((await api.get('/api/patients/1')).status).toBe(404);
	expect((await api.send('PATCH', '/api/patients/x', {})).json).toEqual({ detail: 'Not found.' });
});

test('every filter narrows the list', async () => {
	const patient = simulator.store.patients.all()[6];
	const value = (field: string) => scalar(patient[field]);
	const queries = {
		first_name: value('first_name').slice(0, 3).toUpperCase(),
		last_name: value('last_name').toLowerCase(),
		date_of_birth: value('date_of_birth'),
		gender: value('gender'),
		doctor: value('doctor'),
		chart_id: value('chart_id'),
		email: value('email').toUpperCase(),
		race: value('race'),
		ethnicity: value('ethnicity'),
		preferred_language: value('preferred_language'),
		created_at: value('created_at').slice(0, 10),
	};
	for (const [name, wanted] of Object.entries(queries)) {
		const found = ids(await api.get(`/api/patients?${name}=${encodeURIComponent(wanted)}`));
		expect(found).toContain(7);
		expect(found.length).toBeLessThan(50);
	}
});

test('since takes a wall-clock time without a zone', async () => {
	await api.send('PATCH', '/api/patients/3', { city: 'Elsewhere' });
	const { updated_at } = object((await api.get('/api/patients/3')).json);
	expect(ids(await api.get(`/api/patients?since=${scalar(updated_at)}`))).toEqual([3]);
	expect((await api.get(`/api/patients?since=${scalar(updated_at)}Z`)).status).toBe(400);
	const offset = encodeURIComponent(`${scalar(updated_at)}+00:00`);
	expect((await api.get(`/api/patients?since=${offset}`)).status).toBe(400);
});

test('insurances and the like are there only with verbose=true', async () => {
	const insurance = { insurance_company: 'Example Mutual' };
	await api.send('PATCH', '/api/patients/2', { primary_insurance: insurance });
	expect((await api.get('/api/patients/2')).json).not.toHaveProperty('primary_insurance');
	const [, second] = results(await api.get('/api/patients?verbose=true'));
	expect(second.primary_insurance).toMatchObject({
		...insurance,
		is_subscriber_the_patient: true,
		subscriber_state: null,
	});
});

test('the summary of a patient is brief', async () => {
	const token = simulator.connect({ scopes: ['patients:summary:read'] }).access_token;
	const brief = client(simulator, token);
	const { json } = await brief.get('/api/patients_summary/1');
	expect(Object.keys(object(json))).toContain('date_of_birth');
	expect(json).not.toHaveProperty('email');
	expect((await brief.get('/api/patients/1')).status).toBe(403);
});

test('the clinical summary is XML with the name escaped', async () => {
	await api.send('PATCH', '/api/patients/1', { last_name: 'O<Neil & Co' });
	const reply = await api.get('/api/patients/1/ccda');
	expect(reply.headers.get('content-type')).toBe('application/xml');
	expect(reply.text).toContain('<family>O&lt;Neil &amp; Co</family>');
});

test('portal access: an invitation needs an email address and can be revoked', async () => {
	const path = '/api/patients/1/onpatient_access';
	const { status, json } = await api.send('POST', path);
	expect(status).toBe(201);
	expect(results(await api.get(path))).toEqual([json]);
	expect((await api.send('DELETE', path)).status).toBe(204);
	expect(results(await api.get(path))).toEqual([]);
	await api.send('PATCH', '/api/patients/1', { email: '' });
	expect((await api.send('POST', path)).status).toBe(400);
});
