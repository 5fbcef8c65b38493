import { createServer as createHttps } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';

import { selfSigned } from './certificate';

/** Somebody who stands between n8n and DrChrono. */
export interface Between {
	readonly port: number;
	/** What was said on its connections, as far as it was understood. */
	readonly heard: readonly string[];
	/** Connections that are open now. */
	open(): number;
	close(): Promise<void>;
}

async function stand(server: Server, heard: readonly string[]): Promise<Between> {
	const sockets = new Set<Socket>();
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return {
		port: typeof address === 'object' && address ? address.port : 0,
		heard,
		open: () => sockets.size,
		close: async () => {
			sockets.forEach((socket) => socket.destroy());
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** A firewall that looks into TLS with a certificate of its own; whoever trusts it is answered. */
export async function untrustedTls(status = 200, body = '{}'): Promise<Between> {
	const heard: string[] = [];
	const server = createHttps(selfSigned('firewall.example.com'), (request, response) => {
		heard.push(`${request.method} ${request.url}`);
		response.writeHead(status, { 'content-type': 'application/json' }).end(body);
	});
	server.on('tlsClientError', () => undefined);
	return await stand(server, heard);
}

/** A server that says so much on each connection and then hangs up, or goes silent. */
export async function raw(
	answer: string | undefined,
	then: 'hang up' | 'silence',
): Promise<Between> {
	const heard: string[] = [];
	const server = createServer((socket) => {
		socket.once('data', (data) => {
			heard.push(data.toString('latin1'));
			if (answer !== undefined) socket.write(answer);
			if (then === 'hang up') socket.end();
		});
	});
	return await stand(server, heard);
}

/** A proxy that answers every CONNECT with a status. */
export const refusingProxy = async (status: number) =>
	await raw(
		`HTTP/1.1 ${status} No\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>`,
		'hang up',
	);
