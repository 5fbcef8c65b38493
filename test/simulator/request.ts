import type { FastifyRequest } from 'fastify';

import type { Json } from './json';

/** An address that the simulator never uses: relative URLs need some base. */
const BASE = 'http://simulator.example.com';

export const pathOf = ({ url }: FastifyRequest) => new URL(url, BASE).pathname;

/** The query's parameters; of a repeated one the last. */
export const queryOf = ({ url }: FastifyRequest): Record<string, string> =>
	Object.fromEntries(new URL(url, BASE).searchParams);

export const headersOf = ({ headers }: FastifyRequest): Record<string, string> =>
	Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, String(value)]],
		),
	);

/** The fields of a form that the form parser has read; repeated and odd ones are left out. */
export function formOf({ body }: FastifyRequest): Record<string, string> {
	if (typeof body !== 'object' || body === null) return {};
	const pairs: [string, unknown][] = Object.entries(body);
	return Object.fromEntries(
		pairs.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
	);
}

export const bytesOf = ({ body }: FastifyRequest): Buffer =>
	Buffer.isBuffer(body) ? body : Buffer.alloc(0);

const HIDDEN_FIELDS = ['client_secret', 'code', 'code_verifier', 'password', 'refresh_token'];

/** A form as the log may keep it: secrets, passwords and tokens hidden. */
export function redactForm(form: Readonly<Record<string, string>>): Json {
	return Object.fromEntries(
		Object.entries(form).map(([name, value]) => [
			name,
			HIDDEN_FIELDS.includes(name) || name.startsWith('csrf') ? '[hidden]' : value,
		]),
	);
}
