import { createHash } from 'node:crypto';
import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { ParameterIssue } from './input/parameters';
import { Unusable } from './transport/cause';
import type { Incoming } from './transport/exchange';
import { partName, type FilePart } from './transport/form';
import { textOf } from './messages/words';

const UNKNOWN_TYPE = 'application/octet-stream';

/**
 * The files of an input item, wherever n8n keeps them. Their content is not read yet.
 * @param fields names of binary fields, separated by commas, or what an expression gives: a file's object
 * @param parameter display name, for messages
 * @throws ParameterIssue for a field that is not there, or one whose file is empty
 */
export async function inputFiles(
	node: IExecuteFunctions,
	itemIndex: number,
	fields: unknown,
	parameter: string,
): Promise<FilePart[]> {
	if (typeof fields !== 'string') {
		const file = await filePart(node, binaryField(node, itemIndex, fields));
		if (typeof file !== 'string') return [file];
		throw new ParameterIssue('is not a file. Enter the name of a binary field', [parameter]);
	}
	const names = [...new Set(fields.split(',').map((name) => name.trim()))].filter(Boolean);
	if (names.length === 0)
		throw new ParameterIssue(
			'names no binary field. Enter the name that n8n shows under Binary in the input, mostly data',
			[parameter],
		);
	const files: FilePart[] = [];
	for (const name of names) {
		const file = await filePart(node, binaryField(node, itemIndex, name));
		if (typeof file === 'string') throw new ParameterIssue(`names “${name}”, ${file}`, [parameter]);
		files.push(file);
	}
	return files;
}

/** What n8n knows of a file, or why there is none. */
function binaryField(
	node: IExecuteFunctions,
	itemIndex: number,
	field: unknown,
): IBinaryData | string {
	try {
		return binaryOf(node, itemIndex, field);
	} catch {
		const present = Object.keys(node.getInputData()[itemIndex].binary ?? {}).join(', ');
		return present
			? `which the item does not have. Its binary fields are: ${present}`
			: 'but the item has no files. Check the node before this one';
	}
}

/** A workflow with n8n's combined binary mode has its files within the item, under `_files`. */
function binaryOf(node: IExecuteFunctions, itemIndex: number, field: unknown): IBinaryData {
	if (typeof field !== 'string') {
		return node.helpers.assertBinaryData(itemIndex, field as IBinaryData);
	}
	const { binary, json } = node.getInputData()[itemIndex];
	const isWithin = !binary && '_files' in json && !field.startsWith('_files.');
	return node.helpers.assertBinaryData(itemIndex, isWithin ? `_files.${field}` : field);
}

async function filePart(
	node: IExecuteFunctions,
	binary: IBinaryData | string,
): Promise<FilePart | string> {
	if (typeof binary === 'string') return binary;
	const content = await contentOf(node, binary);
	if (!content) return 'whose file is no longer in n8n’s storage. Run the workflow anew';
	if (content.size === 0) return 'whose file is empty. Check the node that made it';
	const { mimeType, fileName = '', fileExtension } = binary;
	const fallback = fileExtension ? `document.${fileExtension}` : 'document';
	return { ...content, name: partName(fileName) || fallback, type: mimeType || UNKNOWN_TYPE };
}

async function contentOf(
	node: IExecuteFunctions,
	{ id, data }: IBinaryData,
): Promise<Pick<FilePart, 'size' | 'stream'> | undefined> {
	if (!id) {
		const bytes = Buffer.from(data, 'base64');
		return { size: bytes.length, stream: () => [bytes] };
	}
	try {
		const { fileSize: size } = await node.helpers.getBinaryMetadata(id);
		return { size, stream: () => wholeStream(node, id, size) };
	} catch {
		return undefined;
	}
}

/** The content of a stored file. What is not as long as announced must not go out as if it were. */
async function* wholeStream(
	node: IExecuteFunctions,
	id: string,
	size: number,
): AsyncGenerator<Uint8Array> {
	let given = 0;
	const stream: AsyncIterable<Uint8Array> = await node.helpers.getBinaryStream(id);
	for await (const chunk of stream) {
		given += chunk.length;
		if (given > size) break;
		yield chunk;
	}
	if (given !== size) throw new Unusable({ cause: 'cut' });
}

/** The SHA-256 of a file's content in hexadecimal digits. */
export async function sha256(file: FilePart): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of file.stream()) hash.update(chunk);
	return hash.digest('hex');
}

/**
 * Takes a file into n8n's binary storage as it comes in.
 * @throws Unusable if less arrived than was announced
 */
export async function storeFile(
	node: IExecuteFunctions,
	{ content, headers, url }: Incoming,
): Promise<{ binary: IBinaryData; bytes: number }> {
	const name = fileNameOf(headers, url);
	const type = textOf(headers['content-type']).split(';')[0].trim();
	const guessed = type === '' || type === UNKNOWN_TYPE;
	const known = guessed && /\.\w+$/.test(name) ? undefined : type || UNKNOWN_TYPE;
	const binary = await node.helpers.prepareBinaryData(content, name, known);
	const bytes = binary.id
		? (await node.helpers.getBinaryMetadata(binary.id)).fileSize
		: Buffer.byteLength(binary.data, 'base64');
	// A server may compress all the same; n8n then unpacks it, and the length is that of the packed file.
	const announced = 'rawHeaders' in content ? headers['content-length'] : undefined;
	if (announced !== undefined && Number(announced) !== bytes) {
		throw new Unusable({ cause: 'cut' });
	}
	const isPage = type === 'text/html' && !/\.html?$/i.test(name);
	if (bytes === 0 || isPage) throw new Unusable({ cause: 'page' });
	return { binary, bytes };
}

/** A file's name from Content-Disposition (RFC 6266), else from its address. Pure. */
export function fileNameOf(headers: IDataObject, url: URL): string {
	const disposition = asUtf8(textOf(headers['content-disposition']));
	const encoded = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
	const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(disposition);
	const quoted = plain?.[1]?.replace(/\\(.)/g, '$1');
	const last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
	const name = encoded ? decoded(encoded) : (quoted ?? plain?.[2] ?? decoded(last));
	return partName(name) || 'document';
}

/** Node takes headers for Latin-1; many servers write them in UTF-8. */
function asUtf8(header: string): string {
	const text = Buffer.from(header, 'latin1').toString('utf8');
	return /[^\u0000-\u00FF]/.test(header) || text.includes('\uFFFD') ? header : text;
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
