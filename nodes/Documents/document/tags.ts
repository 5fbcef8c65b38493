import { jsonParse, type IDataObject } from 'n8n-workflow';
import { ParameterIssue } from '../../shared/input/parameters';
import { isBlank, normalized } from '../../shared/input/text';
import { textOf } from '../../shared/messages/words';

const CHECKSUM_PREFIX = 'sha256:';

/** The tag that tells a document by its content. */
export function checksumTag(sha256: string): string {
	return `${CHECKSUM_PREFIX}${sha256}`;
}

/**
 * Tags as DrChrono wants them: a JSON array in a text. What looks like JSON by now is a list that
 * could not be read, or a list within a list.
 */
export function toMetatags(tags: readonly string[]): string | ParameterIssue {
	return tags.some((tag) => /^[[{]/.test(tag))
		? new ParameterIssue(
				'is not a list of tags. Write each tag into a field of its own, or let an expression give a list such as ["lab", "2024"]',
				['Tags'],
			)
		: JSON.stringify([...new Set(tags)]);
}

/** Tags of a document as DrChrono gives it: a list, JSON in a text, or a text with bars between them. */
export function tagsOf({ metatags }: IDataObject): string[] {
	const list =
		typeof metatags === 'string'
			? jsonParse<unknown>(metatags, { fallbackValue: metatags.split('|') })
			: metatags;
	return [list ?? []]
		.flat()
		.map(textOf)
		.filter((tag) => !isBlank(tag));
}

/** What a file about to be uploaded is told by. */
export interface Draft {
	readonly patientId: string;
	readonly description: string;
	readonly tags: readonly string[];
	/** Given if the content alone decides. */
	readonly checksum?: string;
}

/**
 * Whether a document of DrChrono is this file: of the same patient and with the tag of its checksum,
 * or, where there is none, with the same description and tags. Archived documents do not count.
 */
export function isFiledAs(document: IDataObject, draft: Draft): boolean {
	if (document.archived === true || textOf(document.patient) !== draft.patientId) return false;
	const tags = new Set(tagsOf(document).map(normalized));
	if (draft.checksum !== undefined) return tags.has(checksumTag(draft.checksum));
	const wanted = new Set(draft.tags.map(normalized));
	return (
		normalized(document.description) === normalized(draft.description) &&
		tags.size === wanted.size &&
		[...wanted].every((tag) => tags.has(tag))
	);
}
