import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';

const built = (file: string) => path.resolve(__dirname, '../../dist/nodes', file);

const { fileNameOf } = require(built('shared/files.js')) as {
	fileNameOf: (headers: IDataObject, url: URL) => string;
};
const { isFiledAs } = require(built('Documents/document/tags.js')) as {
	isFiledAs: (document: IDataObject, draft: object) => boolean;
};

describe('the name of a downloaded file', () => {
	const url = new URL('https://files.example.com/a/Lab%20report.pdf?signature=x');

	test.each([
		['nothing', undefined, 'Lab report.pdf'],
		['a token', 'attachment; filename=scan.pdf', 'scan.pdf'],
		['a quoted name', 'inline; filename="the \\"final\\" one.pdf"', "the 'final' one.pdf"],
		['both forms', `attachment; filename="x.pdf"; filename*=UTF-8''%E6%A3%80.pdf`, '检.pdf'],
		['a broken encoding', `attachment; filename*=UTF-8''%E6%A`, '%E6%A'],
		[
			'a name with blanks and no quotes',
			'attachment; filename=Lab report 2.pdf; size=7',
			'Lab report 2.pdf',
		],
		[
			'raw UTF-8',
			`inline; filename="${Buffer.from('Añadir 检.pdf').toString('latin1')}"`,
			'Añadir 检.pdf',
		],
		['raw Latin-1', 'inline; filename="caf\u00E9.pdf"', 'caf\u00E9.pdf'],
		['a folder', 'attachment; filename="../../x.pdf"', '.._.._x.pdf'],
	])('%s in Content-Disposition', (_, disposition, expected) => {
		expect(fileNameOf({ 'content-disposition': disposition }, url)).toBe(expected);
	});

	test('an address without any name', () => {
		expect(fileNameOf({}, new URL('https://files.example.com/'))).toBe('document');
	});
});

describe('whether a document is filed already', () => {
	const draft = { patientId: '7', description: 'Scan', tags: ['a', 'b'] };
	const document = { patient: 7, description: 'Scan ', metatags: '["b","a"]', archived: false };

	test.each<[string, IDataObject, boolean]>([
		['the same', {}, true],
		['tags as a list', { metatags: ['a', 'b'] }, true],
		['a name from a Mac', { description: 'Scan', metatags: ['b', 'a\u200B'] }, true],
		['fewer tags', { metatags: '["a"]' }, false],
		['tags that cannot be read', { metatags: 'a, b' }, false],
		['no tags', { metatags: null }, false],
		['archived', { archived: true }, false],
		['another patient', { patient: 8 }, false],
	])('%s', (_, changes, expected) => {
		expect(isFiledAs({ ...document, ...changes }, draft)).toBe(expected);
	});

	test('a checksum decides alone', () => {
		const tagged = { ...document, description: 'Other', metatags: '["sha256:abc"]' };
		expect(isFiledAs(tagged, { ...draft, checksum: 'abc' })).toBe(true);
		expect(isFiledAs(document, { ...draft, checksum: 'abc' })).toBe(false);
	});
});
