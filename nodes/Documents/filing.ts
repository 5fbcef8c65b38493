import { NodeApiError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { DrChronoClient } from '../shared/transport/client';
import { MultipartForm, type FilePart } from '../shared/transport/form';
import { text } from '../shared/words';
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
}

/**
 * Files one file after the other and gives their records. `alreadyFiled` tells a document that was
 * there before, `filePending` one whose file has no address yet.
 * @throws what ends an upload; its description names the documents that were filed before
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
			if (!existing) filed.push(text(record.id));
			yield { ...record, alreadyFiled: existing !== undefined, filePending: !hasFile(record) };
		} catch (error) {
			throw withProgress(error, filed, uploads.length);
		}
	}
}

/** What was done stays done, and nobody should do it twice. */
function withProgress(error: unknown, filed: readonly string[], total: number): Error {
	if (!(error instanceof NodeApiError))
		return error instanceof Error ? error : new Error(text(error));
	if (filed.length > 0) {
		error.description = `${error.description ?? ''} ${filed.length} of ${total} files of this item are in DrChrono already: documents ${filed.join(', ')}. Leave them out next time.`;
	}
	return error;
}

async function fileOne(upload: Upload, { api, node }: Filing): Promise<IDataObject> {
	const { file, patientId, doctor, description, date, tags } = upload;
	const form = new MultipartForm({
		doctor,
		patient: patientId,
		description,
		date,
		...(tags.length > 0 && { metatags: JSON.stringify([...new Set(tags)]) }),
		document: file,
	});
	const created = await api.post('/api/documents', form);
	const record = await withFile(api, node, created);
	chartsOf(node).get(patientId)?.push({ record, file });
	return record;
}

async function findFiled(upload: Upload, { api, node }: Filing): Promise<IDataObject | undefined> {
	const charts = chartsOf(node);
	const chart = charts.get(upload.patientId) ?? (await documentsOf(upload.patientId, api));
	charts.set(upload.patientId, chart);
	return chart.find((filed) => isFiledAs(filed.record, upload) && mayBe(filed, upload))?.record;
}

/**
 * Two files of one run that are called the same in the chart are two documents all the same; without a
 * checksum their names and sizes tell.
 */
function mayBe({ file }: Filed, upload: Upload): boolean {
	if (upload.checksum !== undefined || !file) return true;
	return file.name === upload.file.name && file.size === upload.file.size;
}

async function documentsOf(patient: string, api: DrChronoClient): Promise<Filed[]> {
	const documents: Filed[] = [];
	for await (const record of api.list('/api/documents', { patient })) documents.push({ record });
	return documents;
}

interface Filed {
	readonly record: IDataObject;
	/** Where this run has filed it. */
	readonly file?: FilePart;
}

type Charts = Map<string, Filed[]>;

/**
 * The documents of patients as this run of a node knows them. A list of DrChrono may be some seconds
 * old, so what the run itself has filed is remembered; and 50 files for one patient cost one list.
 */
const chartsOfRuns = new WeakMap<IExecuteFunctions, Charts>();

function chartsOf(node: IExecuteFunctions): Charts {
	const charts = chartsOfRuns.get(node) ?? new Map<string, Filed[]>();
	chartsOfRuns.set(node, charts);
	return charts;
}
