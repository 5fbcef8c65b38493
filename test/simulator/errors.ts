import type { Json } from './json';

/** An answer other than success, thrown by a route: its status and its JSON body. */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		readonly body: Json,
		readonly headers: Readonly<Record<string, string>> = {},
		/** Whether the fields are wrong, rather than what a rule of the practice says. */
		readonly isOfFields = false,
	) {
		super(`${status}`);
	}
}

const detail = (status: number, message: string) => new ApiError(status, { detail: message });

export const notFound = () => detail(404, 'Not found.');
export const forbidden = () => detail(403, 'You do not have permission to perform this action.');
export const badRequest = (body: Json) => new ApiError(400, body);
export const malformed = (message: string) => detail(400, `JSON parse error - ${message}`);
export const unsupportedMediaType = (type: string) =>
	detail(415, `Unsupported media type "${type}" in request.`);
export const methodNotAllowed = (method: string) => detail(405, `Method "${method}" not allowed.`);
export const conflict = (message: string) => detail(409, message);

/** The request carries no token, or one that is not good (any more). */
export const unauthorized = () =>
	new ApiError(
		401,
		{ detail: 'Authentication credentials were not provided.' },
		{ 'www-authenticate': 'Bearer realm="api"' },
	);

/** @param seconds until the quota returns; only the body says so, there is no Retry-After [doc] */
export const throttled = (seconds: number) =>
	detail(429, `Request was throttled. Expected available in ${seconds.toFixed(1)} seconds.`);
