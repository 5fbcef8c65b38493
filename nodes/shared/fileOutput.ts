import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { storeFile } from './files';
import { property, RecordWithFiles } from './operation/operation';
import { maximumWaitMs } from './operation/options';
import { download } from './transport/download';

/** Where a file that is downloaded goes. */
export const outputFileField = property({
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
});

interface Of {
	/** What is passed on beside the file. */
	readonly record: IDataObject;
	/** What the file belongs to, such as `message`. */
	readonly noun: string;
}

interface Into {
	readonly field: string;
	readonly options: IDataObject;
	readonly itemIndex: number;
}

/**
 * The file at an address that DrChrono gave, taken into n8n's storage as it comes in, with its name, type
 * and size in bytes beside the record.
 * @param address '' where the record has no file
 * @throws NodeOperationError where there is no file; NodeApiError if it cannot be fetched
 */
export async function fileAt(
	node: IExecuteFunctions,
	{ record, noun }: Of,
	address: string,
	{ field, options, itemIndex }: Into,
): Promise<RecordWithFiles> {
	if (address === '') {
		throw new NodeOperationError(
			node.getNode(),
			`DrChrono has no file for this ${noun} yet [item ${itemIndex}]`,
			{
				itemIndex,
				description:
					'Look in DrChrono whether it has one. If it is new, download it later, for example after a Wait node.',
			},
		);
	}
	const { binary, bytes } = await download(
		node,
		address,
		{ maximumWaitMs: maximumWaitMs(options), itemIndex },
		async (file) => await storeFile(node, file),
	);
	const { fileName, mimeType } = binary;
	return new RecordWithFiles({ ...record, fileName, mimeType, bytes }, { [field]: binary });
}
