import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { textOf } from '../shared/messages/words';
import { addressOf } from '../shared/transport/urls';

type HeaderValue = number | string | readonly string[];

/** What is used of Express's response, whose types n8n-workflow refers to but does not bring. */
interface HttpResponse {
	status(code: number): HttpResponse;
	type(mime: string): HttpResponse;
	send(body: string): unknown;
	getHeader(name: string): HeaderValue | undefined;
	setHeader(name: string, value: HeaderValue): unknown;
	removeHeader(name: string): void;
	writeHead: (...args: unknown[]) => unknown;
}

/** What the page says in place of what the workflow makes: a title, and how to get on. */
export type Notice = readonly [title: string, text: string];

/** What a stranger sees, and a doctor whose page has been open for long. */
export const STRANGER: Notice = [
	'Open this page in DrChrono',
	'It can be seen within DrChrono only. If you are there, reload the page.',
];

/** Nobody can be let in, and who sets it up looks here. */
export const NOT_SET_UP: Notice = [
	'This page is not set up yet',
	'The DrChrono credential in n8n has no Client Secret. DrChrono shows it under Account → API Management, in the application.',
];

const noticePage = ([title, text]: Notice) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
	:root { color-scheme: light dark; }
	body { display: grid; place-items: center; min-height: 90vh; margin: 0 1rem; font: 15px/1.5 system-ui, sans-serif; }
	main { max-width: 28rem; padding: 1.5rem 2rem; border: 1px solid #8884; border-radius: 8px; }
	h1 { margin: 0 0 0.5rem; font-size: 1.2rem; }
	p { margin: 0; opacity: 0.75; }
</style>
<main>
<h1>${title}</h1>
<p>${text}</p>
</main>
</html>
`;

/** DrChrono's pages, and the address in the credential, may frame the answer; nobody else. */
export function framePolicy(baseUrl: unknown): string {
	const own = addressOf(textOf(baseUrl))?.origin ?? '';
	return ['frame-ancestors', 'https://*.drchrono.com', own].filter(Boolean).join(' ');
}

/** A response's policies with one more: browsers enforce all of them. */
export function withPolicy(current: HeaderValue | undefined, policy: string): string[] {
	return [...(current === undefined ? [] : [current].flat().map(String)), policy];
}

/**
 * Whatever answers this request later, a node or n8n itself, the answer has these headers. n8n sets
 * a Content-Security-Policy of its own just before it sends (the sandbox of webhook pages) and would
 * replace ours, so ours are added when the head is written. The sandbox stays.
 */
export function frameAnswer(functions: IWebhookFunctions, policy: string): void {
	const response = responseOf(functions);
	response.writeHead = new Proxy(response.writeHead, {
		apply: (writeHead, self, args) => {
			const name = 'Content-Security-Policy';
			response.setHeader(name, withPolicy(response.getHeader(name), policy));
			response.removeHeader('X-Frame-Options');
			// The address holds the token: no link may carry it on, no cache may keep the page.
			response.setHeader('Referrer-Policy', 'no-referrer');
			response.setHeader('Cache-Control', 'no-store');
			response.setHeader('X-Content-Type-Options', 'nosniff');
			return Reflect.apply(writeHead, self, args);
		},
	});
}

/** Answers without starting the workflow. */
export function turnAway(functions: IWebhookFunctions, notice: Notice): IWebhookResponseData {
	responseOf(functions).status(403).type('text/html; charset=utf-8').send(noticePage(notice));
	return { noWebhookResponse: true };
}

function responseOf(functions: IWebhookFunctions): HttpResponse {
	return functions.getResponseObject() as HttpResponse;
}
