import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
} from 'n8n-workflow';
import type { Memory } from '../../shared/operation/memory';
import type { ApiRequest, DrChronoClient } from '../../shared/transport/client';
import { MultipartForm, type FilePart } from '../../shared/transport/form';
import { mayBeThere, type Failure } from '../../shared/transport/retry';
import { normalized } from '../../shared/input/text';
import { textOf } from '../../shared/messages/words';
import { hasFile, withFile } from './file';
import { isFiledAs, type Draft } from './tags';

/** A file to be filed, and what it is called in the chart. */
export interface Upload extends Draft {
	readonly file: FilePart;
	readonly doctor: string;
	/** `2021-02-14` */
	readonly date: string;
}

interface Filing {
	readonly api: DrChronoClient;
	readonly node: IExecuteFunctions;
	/** Whether a file that the patient's chart has already is left out. */
	readonly skip: boolean;
	readonly charts: Charts;
}

/**
 * Files one file after the other and gives their records. `alreadyFiled` tells a document that was
 * there before, `filePending` one whose file has no address yet.
 * @throws what ends an upload; its message names the documents that were filed before
 */
export async function* fileAll(
	uploads: readonly Upload[],
	filing: Filing,
): AsyncGenerator<IDataObject> {
	const filed: string[] = [];
	for (const upload of uploads) {
		try {
			const existing = filing.skip ? await findFiled(upload, filing) : undefined;
			const record = existing ?? (await fileOne(upload, filing));
			if (!existing) filed.push(textOf(record.id));
			yield { ...record, alreadyFiled: existing !== undefined, filePending: !hasFile(record) };
		} catch (error) {
			throw withProgress(error, filed, uploads.length);
		}
	}
}

/** What was done stays done, and nobody should do it twice. */
function withProgress(error: unknown, filed: readonly string[], total: number): unknown {
	const isShown = error instanceof NodeApiError || error instanceof NodeOperationError;
	if (isShown && filed.length > 0) {
		error.message = `${filed.length} of ${total} files of this item are in DrChrono, as documents ${filed.join(', ')}; then: ${error.message}`;
		error.description = `${error.description ?? ''} Leave the files that are there out next time.`;
	}
	return error;
}

async function fileOne(upload: Upload, { api, node, charts }: Filing): Promise<IDataObject> {
	const { patientId, file } = upload;
	const request = filingOf(upload);
	const chart = charts.get(patientId);
	const end = await api.settle(request);
	if ('failure' in end) {
		const { failure } = end;
		if (mayBeThere(failure)) chart?.push({ record: expected(upload), file, failure });
		throw api.error(request, failure);
	}
	const record = await withFile(api, node, end.body as IDataObject);
	chart?.push({ record, file });
	return record;
}

function filingOf({ file, patientId, doctor, description, date, tags }: Upload): ApiRequest {
	const body = new MultipartForm({
		doctor,
		patient: patientId,
		description,
		date,
		...(tags.length > 0 && { metatags: JSON.stringify([...new Set(tags)]) }),
		document: file,
	});
	return { method: 'POST', target: '/api/documents', body, answer: 'record' };
}

/** What a document would be told by, if it was filed although the answer got lost. */
function expected({ patientId, description, tags }: Upload): IDataObject {
	return { patient: patientId, description, metatags: [...tags] };
}

/** @throws NodeApiError if nobody knows whether this run has filed it */
async function findFiled(
	upload: Upload,
	{ api, charts }: Filing,
): Promise<IDataObject | undefined> {
	const chart = charts.get(upload.patientId) ?? (await documentsOf(upload.patientId, api));
	charts.set(upload.patientId, chart);
	const found = chart.find((filed) => isFiledAs(filed.record, upload) && mayBe(filed, upload));
	if (!found) return undefined;
	if (found.failure) throw api.error(filingOf(upload), found.failure);
	// From now on it stands for this file, and for no other of this run.
	chart.splice(chart.indexOf(found), 1, { ...found, file: upload.file });
	return found.record;
}

/**
 * Two files of one run that are called the same in the chart are two documents all the same; without a
 * checksum their names and sizes tell.
 */
function mayBe({ file }: Filed, upload: Upload): boolean {
	if (upload.checksum !== undefined || !file) return true;
	return normalized(file.name) === normalized(upload.file.name) && file.size === upload.file.size;
}

async function documentsOf(patient: string, api: DrChronoClient): Promise<Filed[]> {
	const documents: Filed[] = [];
	for await (const record of api.list('/api/documents', { patient })) documents.push({ record });
	return documents;
}

interface Filed {
	readonly record: IDataObject;
	/** The file of this run that it stands for. */
	readonly file?: FilePart;
	/** Why nobody knows whether it is there. */
	readonly failure?: Failure;
}

type Charts = Map<string, Filed[]>;

/**
 * The documents of patients as a run of the node knows them, by patient. A list of DrChrono may be some
 * seconds old, so what the run itself has filed is remembered; and 50 files for one patient cost one list.
 */
export const chartsOfRun: Memory<Charts> = { beginning: () => new Map() };
