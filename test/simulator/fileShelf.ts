import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Clock } from './clock';
import type { Texts } from './json';

/** How long an address of a file is good, ms. */
const ADDRESS_LIFETIME = 3_600_000;

export interface StoredFile {
	readonly id: string;
	readonly name: string;
	/** MIME type. */
	readonly type: string;
	readonly bytes: number;
	/** Hexadecimal digits. */
	readonly sha256: string;
	/** When it arrived, ms on the simulator's clock. */
	readonly at: number;
	/** @param count only so many bytes, all by default */
	open(count?: number): Readable;
}

type Label = Pick<StoredFile, 'name' | 'type'>;

/** Files byte for byte, on disk while the simulator runs. */
export class FileShelf {
	private readonly files = new Map<string, StoredFile>();

	private folder: Promise<string> | undefined;

	constructor(
		private readonly clock: Clock,
		private readonly secret: string,
	) {}

	/** Takes a file in as it arrives, without holding it in memory. */
	async receive(content: Readable, label: Label): Promise<StoredFile> {
		this.folder ??= mkdtemp(join(tmpdir(), 'drchrono-simulator-'));
		const id = randomUUID();
		const path = join(await this.folder, id);
		const hash = createHash('sha256');
		let bytes = 0;
		await pipeline(
			content,
			async function* (chunks: AsyncIterable<Buffer>) {
				for await (const chunk of chunks) {
					hash.update(chunk);
					bytes += chunk.length;
					yield chunk;
				}
			},
			createWriteStream(path),
		);
		const open = (count = bytes) => createReadStream(path, { end: Math.max(0, count - 1) });
		return this.keep({ ...label, id, bytes, sha256: hash.digest('hex'), open });
	}

	/** A small file that has always been there. */
	put(content: Buffer, label: Label): StoredFile {
		const sha256 = createHash('sha256').update(content).digest('hex');
		const open = (count = content.length) => Readable.from([content.subarray(0, count)]);
		return this.keep({ ...label, id: randomUUID(), bytes: content.length, sha256, open });
	}

	get(id: string): StoredFile | undefined {
		return this.files.get(id);
	}

	/** Path and query of a file, signed, as an object store gives them out. */
	address({ id, name }: StoredFile): string {
		const expires = String(this.clock.now() + ADDRESS_LIFETIME);
		const query = new URLSearchParams({ expires, signature: this.signature(id, expires) });
		return `/documents/${id}/${encodeURIComponent(name)}?${query.toString()}`;
	}

	/** Whether an address was given out and is still good. */
	admits(id: string, { expires = '', signature }: Texts): boolean {
		return signature === this.signature(id, expires) && Number(expires) > this.clock.now();
	}

	async close(): Promise<void> {
		if (this.folder) await rm(await this.folder, { recursive: true, force: true });
	}

	private signature(id: string, expires: string): string {
		return createHmac('sha256', this.secret).update(`${id} ${expires}`).digest('hex');
	}

	private keep(file: Omit<StoredFile, 'at'>): StoredFile {
		const kept = { ...file, at: this.clock.now() };
		this.files.set(kept.id, kept);
		return kept;
	}
}
