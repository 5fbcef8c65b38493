import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { documents, upload } from '../documents';
import type { WorkflowNode } from '../harness';
import { locator, patients } from '../patients';
import type { Account } from './practice';
import { FILE, LIST, PATIENT, record, SUMMARY } from './records';
import { ODD } from './steps';

/** An operation of the package, and how its success is known. */
export interface Tried {
	readonly node: WorkflowNode;
	/** The method of its one write, if it writes. */
	readonly writes?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Whether the output is what the server gave; what was written the judge sees for himself. */
	readonly isRight: (items: readonly INodeExecutionData[], account: Account) => boolean;
}

const anyPath = (operation: string, parameters: IDataObject): WorkflowNode => ({
	type: 'drChronoApiRequest',
	parameters: { resource: 'request', operation, ...parameters },
});

const body = JSON.stringify(PATIENT);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const jsonOf = (items: readonly INodeExecutionData[]) => items.map(({ json }) => json);
const always = () => true;
const changeOf = { patientId: locator(1), updateFields: { city: PATIENT.city } };

/** The API took what was to be sent, byte for byte, whenever it took it. */
const sentWhole = (method: string, part: string | Buffer) => (_: unknown, account: Account) =>
	account.heard.filter((one) => one.method === method).every((one) => one.body.includes(part));

/** What a list may give whose last page was a bare list. */
const lists = (heard: Account['heard']): unknown[] =>
	heard.flatMap(({ step }) => {
		if (step.kind !== 'odd' || !/list/i.test(step.what)) return [];
		const bare = JSON.parse(ODD[step.what]) as unknown[];
		return LIST.map((_, count) => [...LIST.slice(0, count), ...bare]);
	});

/** Text is whatever a server says that is no page. */
const texts: readonly unknown[] = [SUMMARY, ...Object.values(ODD)].filter(Boolean);
const isText = ([{ json }]: readonly INodeExecutionData[], { heard }: Account) =>
	Object.values(json).some(
		(value) =>
			texts.includes(value) ||
			(heard.some(({ step }) => step.kind === 'page' && step.what === 'half') &&
				SUMMARY.startsWith(String(value).replace(/\uFFFD+$/, ''))),
	);

/** What goes over the wire in every way that the package has. */
export const OPERATIONS: Readonly<Record<string, Tried>> = {
	'read a record': {
		node: patients('get', { patientId: locator(1), output: 'raw' }),
		isRight: (items) => same(jsonOf(items), [record(1)]),
	},
	'read a list': {
		node: patients('getAll', { returnAll: true, output: 'raw' }),
		isRight: (items, { heard }) => [LIST, ...lists(heard)].some((one) => same(jsonOf(items), one)),
	},
	'read a text': {
		node: anyPath('get', { path: 'patients/1/summary', options: { answerIsText: true } }),
		isRight: isText,
	},
	'read any path': {
		node: anyPath('get', { path: 'patients/1' }),
		isRight: (items, { heard }) =>
			same(jsonOf(items), [record(1)]) || heard.some(({ step }) => step.kind === 'odd'),
	},
	'create a record': {
		node: patients('create', { ...PATIENT, doctor: locator(1), output: 'raw' }),
		writes: 'POST',
		isRight: (items, account) =>
			same(jsonOf(items), [record(9)]) && sentWhole('POST', PATIENT.last_name)(items, account),
	},
	'post to any path': {
		node: anyPath('create', { path: 'patients', body }),
		writes: 'POST',
		isRight: sentWhole('POST', body),
	},
	'put to any path': {
		node: anyPath('replace', { path: 'patients/1', body }),
		writes: 'PUT',
		isRight: sentWhole('PUT', body),
	},
	'change a record': {
		node: patients('update', changeOf),
		writes: 'PATCH',
		isRight: sentWhole('PATCH', PATIENT.city),
	},
	'change a record and read it': {
		node: patients('update', { ...changeOf, options: { returnRecord: true } }),
		writes: 'PATCH',
		isRight: (items) => same(jsonOf(items), [record(1)]),
	},
	'delete a record': {
		node: patients('delete', { patientId: locator(1) }),
		writes: 'DELETE',
		isRight: always,
	},
	'upload a file': {
		node: upload({ description: PATIENT.last_name, date: '2026-03-02' }),
		writes: 'POST',
		isRight: sentWhole('POST', FILE),
	},
	'upload to any path': {
		node: anyPath('update', {
			path: 'documents/1',
			bodyType: 'file',
			binaryPropertyName: 'data',
			fileField: 'document',
		}),
		writes: 'PATCH',
		isRight: sentWhole('PATCH', FILE),
	},
	'download a file': {
		node: documents('download', { documentId: locator(1) }),
		isRight: ([{ binary }]) => binary?.data.data === FILE.toString('base64'),
	},
};

/** The input of every run. */
export const INPUT: readonly INodeExecutionData[] = [
	{
		json: {},
		binary: {
			data: { data: FILE.toString('base64'), mimeType: 'text/plain', fileName: 'letter.txt' },
		},
	},
];
