import { createHash, randomBytes } from 'node:crypto';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import { openBinaryStorage, type BinaryDataMode, type BinaryStorage } from '../support/binaryData';
import { shareClock } from '../support/clock';
import { documents, upload } from '../support/documents';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const download = documents('download', { documentId: locator('={{ $json.id }}') });

describe.each<BinaryDataMode>(['default', 'filesystem', 'database'])(
	'where n8n keeps files: %s',
	(mode) => {
		let practice: Practice;
		let storage: BinaryStorage;
		let restore: () => void = () => undefined;

		beforeAll(async () => {
			storage = await openBinaryStorage(mode);
			practice = await openPractice({ throttle: { perSecond: 1_000, perHour: 1_000 } });
		});
		afterAll(async () => {
			await practice.simulator.close();
			await storage.close();
		});
		beforeEach(() => practice.simulator.clearLog());
		afterEach(() => restore());

		const uploads = () => practice.simulator.requests({ method: 'POST' });

		test.each([
			['1 B', 1],
			['64 kB, the size of a chunk', 65_536],
			['5 MB', 5_000_000],
		])('%s go up and come down as they were', async (_, size) => {
			const content = randomBytes(size);
			const label = { fileName: 'Scan 1.pdf', mimeType: 'application/pdf' };
			const data = await storage.store(content, label);
			expect(Boolean(data.id)).toBe(mode !== 'default');
			const { outputs, error } = await practice.run({
				nodes: [upload(), download],
				items: [{ json: {}, binary: { data } }],
			});
			expect(error).toBeUndefined();
			expect(uploads()).toHaveLength(1);
			const [sent] = uploads();
			expect(sent.headers['content-length']).toBe(String(sent.bodyBytes));
			expect(sent.body).toMatchObject({ document: { bytes: size, sha256: sha256(content) } });
			const [{ json, binary }] = outputs[0];
			expect(json).toMatchObject({ ...label, bytes: size });
			expect(binary?.data).toMatchObject({ ...label, fileExtension: 'pdf' });
			expect(await storage.sha256(file(binary))).toBe(sha256(content));
		});

		test('50 files in one run', async () => {
			restore = shareClock(practice.simulator).restore;
			const contents = Array.from({ length: 50 }, (_, index) => randomBytes(1_000 + index));
			const items: INodeExecutionData[] = [];
			for (const content of contents) {
				items.push({
					json: {},
					binary: { data: await storage.store(content, { fileName: 'x.bin' }) },
				});
			}
			const { outputs } = await practice.run({ nodes: [upload(), download], items });
			expect(uploads()).toHaveLength(50);
			const arrived: string[] = [];
			for (const { binary } of outputs[0]) arrived.push(await storage.sha256(file(binary)));
			expect(arrived).toEqual(contents.map(sha256));
			expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
				items.map((_, item) => ({ item })),
			);
		});

		test('a token that expires at that moment costs nothing: sent again, whole, once', async () => {
			const content = randomBytes(2_000_000);
			const data = await storage.store(content, { fileName: 'x.bin' });
			practice.simulator.expireTokens();
			const { error } = await practice.run({
				nodes: [upload()],
				items: [{ json: {}, binary: { data } }],
			});
			expect(error).toBeUndefined();
			expect(uploads().map(({ status }) => status)).toEqual([401, 201]);
			for (const { body } of uploads()) {
				expect(body).toMatchObject({ document: { bytes: 2_000_000, sha256: sha256(content) } });
			}
		});
	},
);

function file(binary: INodeExecutionData['binary']): IBinaryData {
	if (!binary) throw new Error('The item has no file');
	return binary.data;
}
