import type { IDataObject } from 'n8n-workflow';

/** A file to send. Its size is known beforehand, its content is opened afresh for each sending. */
export interface FilePart {
	readonly name: string;
	/** MIME type. */
	readonly type: string;
	/** Bytes. */
	readonly size: number;
	stream(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * A multipart body that can be sent twice, for the token may expire at that very moment.
 *
 * It has the shape by which axios, n8n's HTTP client in 1.x and 2.x, knows a form of the web standard:
 * axios then writes the parts itself, with an exact Content-Length, and asks each file for a new stream
 * at each sending. Neither axios nor n8n takes it for a body that is used up after the first sending,
 * as they do with a stream or a form of the `form-data` package.
 */
export class MultipartForm {
	/** Of the files, in all sendings: how far an upload has come. */
	bytesGiven = 0;

	constructor(private readonly fields: Readonly<Record<string, string | FilePart>>) {}

	get [Symbol.toStringTag](): string {
		return 'FormData';
	}

	/** A form has it; this one is complete from the beginning. */
	append(): never {
		throw new TypeError('A form is complete when it is made');
	}

	entries(): IterableIterator<[string, string | FilePart]> {
		const counted = Object.entries(this.fields).map(
			([name, value]): [string, string | FilePart] => [
				name,
				typeof value === 'string' ? value : { ...value, stream: () => this.count(value) },
			],
		);
		return counted[Symbol.iterator]();
	}

	[Symbol.iterator](): IterableIterator<[string, string | FilePart]> {
		return this.entries();
	}

	private async *count(file: FilePart): AsyncGenerator<Uint8Array> {
		for await (const chunk of file.stream()) {
			this.bytesGiven += chunk.length;
			yield chunk;
		}
	}
}

/**
 * A file's name that can stand in the header of a part: no line breaks, which would end the header, no
 * double quotes, which would end the name, no folders. Everything else is sent as it is, in UTF-8.
 */
export function partName(name: string): string {
	return name
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
		.replace(/"/g, "'")
		.replace(/[\\/]/g, '_')
		.trim();
}

/** A record as a form's texts; what is not text goes as JSON. Pure. */
export const formOf = (record: IDataObject): Record<string, string> =>
	Object.fromEntries(
		Object.entries(record).map(([name, value]) => [
			name,
			typeof value === 'object' ? JSON.stringify(value) : String(value),
		]),
	);
