import type { IBinaryData, IDataObject, INodeParameters } from 'n8n-workflow';
import { openBinaryStorage, type BinaryDataMode, type BinaryStorage } from '../support/binaryData';
import { shareClock } from '../support/clock';
import { patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

const PATIENTS = 300;
const everybody = (options: INodeParameters, more: INodeParameters = {}) =>
	patients('getAll', { returnAll: true, options, ...more });

let practice: Practice;
let storage: BinaryStorage;

afterEach(async () => {
	await practice.simulator.close();
	await storage.close();
});

async function exported(mode: BinaryDataMode, options: INodeParameters, more?: INodeParameters) {
	storage = await openBinaryStorage(mode);
	practice = await openPractice({ patients: PATIENTS });
	const { outputs, error } = await practice.run({ nodes: [everybody(options, more)] });
	expect(error).toBeUndefined();
	const [[item], ...rest] = outputs;
	expect(rest).toEqual([]);
	expect(outputs[0]).toHaveLength(1);
	return { json: item.json, binary: item.binary?.data as IBinaryData };
}

describe.each(['default', 'filesystem', 'database'] as const)(
	'with binary data mode %s',
	(mode) => {
		test('a list becomes one CSV file with a header and a row for each record', async () => {
			const { json, binary } = await exported(mode, { exportAs: 'csv' });
			const content = await storage.read(binary);
			expect(json).toEqual({
				fileName: 'patients.csv',
				mimeType: 'text/csv',
				records: PATIENTS,
				bytes: content.length,
			});
			expect(binary).toMatchObject({ fileName: 'patients.csv', mimeType: 'text/csv' });
			const lines = content.toString('utf8').split('\r\n');
			expect(lines[0]).toBe(
				'\uFEFFID,Chart ID,First Name,Last Name,Date of Birth,Gender,Email,Cell Phone,Doctor,Patient Status',
			);
			expect(lines).toHaveLength(PATIENTS + 2);
			expect(lines.at(-1)).toBe('');
		});
	},
);

test('JSON Lines hold each record whole where Raw is chosen', async () => {
	const { binary } = await exported('filesystem', { exportAs: 'jsonLines' }, { output: 'raw' });
	const lines = (await storage.read(binary)).toString('utf8').trimEnd().split('\n');
	const records = lines.map((line) => JSON.parse(line) as IDataObject);
	expect(records).toHaveLength(PATIENTS);
	expect(new Set(records.map(({ id }) => id)).size).toBe(PATIENTS);
	expect(records[0]).toHaveProperty('zip_code');
});

test('the chosen fields are the columns, in their order', async () => {
	const { binary } = await exported(
		'default',
		{ exportAs: 'csv' },
		{ output: 'selected', fields: ['last_name', 'id'] },
	);
	const [header] = (await storage.read(binary)).toString('utf8').split('\r\n');
	expect(header).toBe('\uFEFFLast Name,ID');
});

test('a list that breaks off gives no file', async () => {
	storage = await openBinaryStorage('filesystem');
	practice = await openPractice({ patients: PATIENTS });
	const { restore } = shareClock(practice.simulator);
	try {
		practice.simulator.inject({ skip: 1, times: 99, effect: { kind: 'status', status: 500 } });
		const { outputs, error } = await practice.run({ nodes: [everybody({ exportAs: 'csv' })] });
		expect(error?.message).toMatch(/could not carry this out/);
		expect(outputs).toEqual([]);
	} finally {
		restore();
	}
});
