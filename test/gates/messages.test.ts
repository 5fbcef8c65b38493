import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as ts from 'typescript';

const ROOT = path.resolve(__dirname, '../..');

/** Which argument of what throws, or explains, is the message. */
const MESSAGE_ARGUMENT: Readonly<Partial<Record<string, number>>> = {
	ParameterIssue: 0,
	issue: 1,
	NodeOperationError: 1,
};

/** A text as the page writes it: `…` for what is filled in, without the item and the advice. */
function spoken(text: string): string {
	return text
		.replace(' [item …]', '')
		.split('. ')[0]
		.replace(/^“…” /, '')
		.replace(/[:\s…]+$/, '');
}

/** What an expression may say: both branches of a choice; nothing for what is not written here. */
function texts(node: ts.Expression): string[] {
	if (ts.isStringLiteralLike(node)) return [node.text];
	if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(texts);
	if (!ts.isTemplateExpression(node)) return [];
	return [
		[node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
			.join('…')
			.replace(/…{2,}/g, '…'),
	];
}

/** The message and the description of one thing that happened, side by side. */
function explained(node: ts.Node): ts.Expression[] {
	if (!ts.isObjectLiteralExpression(node)) return [];
	const given = node.properties.filter(ts.isPropertyAssignment);
	const named = (name: string) => given.find((one) => one.name.getText() === name);
	const message = named('message');
	return message && named('description') ? [message.initializer] : [];
}

function messagesIn(node: ts.Node): string[] {
	const called = ts.isNewExpression(node) || ts.isCallExpression(node);
	const argument = called ? MESSAGE_ARGUMENT[node.expression.getText()] : undefined;
	const message = called && argument !== undefined ? node.arguments?.[argument] : undefined;
	const own = [...(message ? [message] : []), ...explained(node)].flatMap(texts);
	const within: string[] = [];
	ts.forEachChild(node, (child) => void within.push(...messagesIn(child)));
	return [...own, ...within];
}

function messagesOfNodes(): string[] {
	const folder = path.join(ROOT, 'nodes');
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) => {
			const text = readFileSync(path.join(folder, file), 'utf8');
			return messagesIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
		});
}

function messagesOnPage(): string[] {
	const page = readFileSync(path.join(ROOT, 'docs/errors.md'), 'utf8');
	return [...page.matchAll(/^\| (.+?) +\| /gm)]
		.map(([, cell]) => cell)
		.filter((cell) => cell !== 'message' && !cell.startsWith('-'));
}

const known = (messages: string[]) =>
	[...new Set(messages.map(spoken).filter(Boolean))].sort((a, b) => a.localeCompare(b));

test('docs/errors.md has every message the nodes can give, and no other', () => {
	expect(known(messagesOnPage())).toEqual(known(messagesOfNodes()));
});

test('no message has the words n8n asks to avoid', () => {
	const messages = messagesOfNodes();
	expect(messages.length).toBeGreaterThan(40);
	expect(messages.filter((text) => /\b(error|problem|failure|mistake)/i.test(text))).toEqual([]);
});
