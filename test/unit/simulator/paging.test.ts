import { type Simulator, startSimulator } from '../../simulator';
import { UNTHROTTLED, client, ids, object, results, scalar } from './support';

let simulator: Simulator;
afterEach(() => simulator.close());

const start = async (options = {}) => {
	simulator = await startSimulator({ patients: 57, throttle: UNTHROTTLED, ...options });
	return client(simulator);
};

test('next leads through every record once, with the query kept, and is null at the end', async () => {
	const { get } = await start();
	const seen: number[][] = [];
	const urls: string[] = [];
	let url: string | null = '/api/patients?page_size=20&doctor=1';
	while (url !== null) {
		const reply = await get(url);
		seen.push(ids(reply));
		const { next } = object(reply.json);
		url = typeof next === 'string' ? next : null;
		if (url !== null) urls.push(url);
	}
	const own = simulator.store.patients.all().filter(({ doctor }) => doctor === 1);
	expect(seen.flat()).toEqual(own.map(({ id }) => id));
	expect(urls.every((next) => next.startsWith(`${simulator.url}/api/patients?`))).toBe(true);
	expect(urls.every((next) => new URL(next).searchParams.get('doctor') === '1')).toBe(true);
});

test('previous leads back, and the first page has none', async () => {
	const { get } = await start();
	const first = await get('/api/patients?page_size=20');
	expect(object(first.json).previous).toBeNull();
	const second = await get(scalar(object(first.json).next));
	const third = await get(scalar(object(second.json).next));
	const back = await get(scalar(object(third.json).previous));
	expect(ids(back)).toEqual(ids(second));
	const again = await get(scalar(object(back.json).previous));
	expect(ids(again)).toEqual(ids(first));
	expect(object(again.json).previous).toBeNull();
});

test('records created and deleted meanwhile make no page skip or repeat one', async () => {
	const { get, post, send } = await start();
	const first = await get('/api/patients?page_size=20');
	await send('DELETE', '/api/patients/3');
	await post('/api/patients', { doctor: 1, gender: 'Male', first_name: 'New' });
	const second = await get(scalar(object(first.json).next));
	expect(ids(second)[0]).toBe(21);
});

test.each(['0', '-1', 'many', '', '9999'])('page_size=%s gives the maximum', async (size) => {
	const { get } = await start({ pageSize: 25 });
	expect(ids(await get(`/api/patients?page_size=${size}`))).toHaveLength(25);
});

test('the array may be called data, and a made-up cursor is not found', async () => {
	const { get } = await start({ doubts: { envelope: 'data' } });
	const reply = await get('/api/patients?page_size=2');
	expect(results(reply, 'data')).toHaveLength(2);
	expect(object(reply.json).results).toBeUndefined();
	expect((await get('/api/patients?cursor=nonsense')).status).toBe(404);
});
