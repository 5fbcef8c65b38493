import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture of an animation, and how long it is shown. */
export interface Frame {
	readonly png: Buffer;
	readonly ms: number;
}

/**
 * PNGs of one size and colour type as one animated PNG that repeats for ever. Nothing is drawn anew: the
 * data of each is taken as it is. Browsers that know no animation show the first.
 */
export function animated(frames: readonly Frame[]): Buffer {
	const [first] = frames;
	const header = chunksOf(first.png).find(({ type }) => type === 'IHDR');
	if (!header) throw new Error('The first picture has no header');
	const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
	let sequence = 0;
	const parts = frames.flatMap(({ png, ms }, index) => {
		const control = Buffer.alloc(26);
		[sequence++, width, height].forEach((value, at) => control.writeUInt32BE(value, at * 4));
		control.writeUInt16BE(ms, 20);
		control.writeUInt16BE(1000, 22);
		const data = chunksOf(png).filter(({ type }) => type === 'IDAT');
		return [
			chunk('fcTL', control),
			...data.map((part) =>
				index === 0
					? chunk('IDAT', part.data)
					: chunk('fdAT', Buffer.concat([numbers(sequence++), part.data])),
			),
		];
	});
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header.data),
		chunk('acTL', numbers(frames.length, 0)),
		...parts,
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function numbers(...values: number[]): Buffer {
	const buffer = Buffer.alloc(values.length * 4);
	values.forEach((value, at) => buffer.writeUInt32BE(value, at * 4));
	return buffer;
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	return Buffer.concat([numbers(data.length), body, numbers(crc32(body))]);
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
	const chunks: { type: string; data: Buffer }[] = [];
	for (let at = SIGNATURE.length; at < png.length;) {
		const length = png.readUInt32BE(at);
		const type = png.toString('latin1', at + 4, at + 8);
		chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
		at += length + 12;
	}
	return chunks;
}
