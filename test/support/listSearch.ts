import type { INodeListSearchResult } from 'n8n-workflow';
import { editorContext, type OptionsRequest } from './loadOptions';

export interface ListSearch extends OptionsRequest {
	readonly filter?: string;
	readonly paginationToken?: string;
}

/** What the editor shows when someone types into a From List field, by n8n's own context for it. */
export async function searchList(search: ListSearch): Promise<INodeListSearchResult> {
	const { methods, context } = await editorContext(search);
	const found = methods?.listSearch?.[search.method];
	if (!found) throw new Error(`${search.type} has no list search "${search.method}"`);
	return await found.call(context, search.filter, search.paginationToken);
}
