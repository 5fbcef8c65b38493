import 'reflect-metadata';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

type Manager = Parameters<BinaryDataService['setManager']>[1];
type Metadata = Awaited<ReturnType<Manager['getMetadata']>>;

/** N8N_DEFAULT_BINARY_DATA_MODE: `default` keeps files in the items, in memory. */
export type BinaryDataMode = 'default' | 'filesystem' | 'database';

export interface BinaryStorage {
	/** What a node gets that is handed this file. */
	store(
		content: Buffer | Readable,
		label: { fileName?: string; mimeType?: string },
	): Promise<IBinaryData>;
	/** The whole content of a stored file. */
	read(binary: IBinaryData): Promise<Buffer>;
	/** SHA-256 of a stored file in hexadecimal digits. */
	sha256(binary: IBinaryData): Promise<string>;
	/** Back to keeping files in memory; files are removed. */
	close(): Promise<void>;
}

/** Lets n8n's engine keep files in one of the ways that n8n offers. */
export async function openBinaryStorage(mode: BinaryDataMode): Promise<BinaryStorage> {
	const folder = await mkdtemp(path.join(tmpdir(), 'n8n-binary-data-'));
	Object.assign(Container.get(BinaryDataConfig), { mode, localStoragePath: folder });
	const service = Container.get(BinaryDataService);
	if (mode === 'database') service.setManager('database', new DatabaseLike());
	await service.init();
	const location = { type: 'execution', workflowId: 'workflow', executionId: '0' } as const;
	return {
		store: async (content, { fileName, mimeType = 'application/octet-stream' }) =>
			await service.store(location, content, { data: '', fileName, mimeType }),
		read: async (binary) => await service.getAsBuffer(binary),
		sha256: async (binary) => {
			const hash = createHash('sha256');
			const content: AsyncIterable<Buffer> | Buffer[] = binary.id
				? await service.getAsStream(binary.id)
				: [Buffer.from(binary.data, 'base64')];
			for await (const chunk of content) hash.update(chunk);
			return hash.digest('hex');
		},
		close: async () => {
			Container.get(BinaryDataConfig).mode = 'default';
			await service.init();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/**
 * n8n's database manager belongs to its command line, not to n8n-core. This does what that one does:
 * whole files go in and out, whatever the caller wants.
 */
class DatabaseLike implements Manager {
	private readonly rows = new Map<string, { data: Buffer; metadata: Metadata }>();

	async init(): Promise<void> {
		await Promise.resolve();
	}

	async store(
		...[, content, metadata]: Parameters<Manager['store']>
	): ReturnType<Manager['store']> {
		const data = Buffer.isBuffer(content) ? content : Buffer.concat(await content.toArray());
		const fileId = randomUUID();
		this.rows.set(fileId, { data, metadata: { ...metadata, fileSize: data.length } });
		return { fileId, fileSize: data.length };
	}

	getPath(fileId: string): string {
		return `database://${fileId}`;
	}

	async getAsBuffer(fileId: string): Promise<Buffer> {
		return this.row(fileId).data;
	}

	async getAsStream(fileId: string): Promise<Readable> {
		return Readable.from(this.row(fileId).data);
	}

	async getMetadata(fileId: string): Promise<Metadata> {
		return this.row(fileId).metadata;
	}

	async copyByFileId(_location: unknown, fileId: string): Promise<string> {
		const copy = randomUUID();
		this.rows.set(copy, this.row(fileId));
		return copy;
	}

	async copyByFilePath(): Promise<never> {
		throw new Error('No node of this package copies files by their path');
	}

	async rename(): Promise<never> {
		throw new Error('No node of this package renames files');
	}

	private row(fileId: string) {
		const row = this.rows.get(fileId);
		if (!row) throw new Error(`The database has no file ${fileId}`);
		return row;
	}
}
