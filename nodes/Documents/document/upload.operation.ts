import type { INodeProperties } from 'n8n-workflow';
import { today } from '../../shared/input/dates';
import { inputFiles, sha256 } from '../../shared/files';
import { doctorLocator } from '../../shared/locators/doctor';
import { patientLocator } from '../../shared/locators/patient';
import { defineOperation, property } from '../../shared/operation/operation';
import { officeTimeZone, optionsCollection } from '../../shared/operation/options';
import { ParameterIssue } from '../../shared/input/parameters';
import { textOf } from '../../shared/messages/words';
import { date, description, metatags } from './fields';
import { chartsOfRun, fileAll, type Upload } from './filing';
import { checksumTag, toMetatags } from './tags';

const FIELD_NAMES = 'Input Binary Field';

const skipIfAlreadyFiled: INodeProperties = {
	displayName: 'Skip If Already Filed',
	name: 'skipIfAlreadyFiled',
	type: 'boolean',
	default: false,
	description:
		'Whether to file nothing if the patient already has a document with the same description and tags, and return that one. With Tag with Checksum the content decides.',
};

const tagWithChecksum: INodeProperties = {
	displayName: 'Tag with Checksum',
	name: 'tagWithChecksum',
	type: 'boolean',
	default: false,
	description:
		'Whether to add a tag that stands for the file’s content, so that the same file is recognized whatever it is called',
};

export const upload = defineOperation({
	value: 'upload',
	name: 'Upload',
	action: 'Upload document',
	creates: true,
	description: 'Put one or more files into a patient’s chart',
	properties: [
		property({
			displayName: FIELD_NAMES,
			name: 'binaryPropertyName',
			type: 'string',
			typeOptions: { binaryDataProperty: true },
			required: true,
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'The name of the input binary field that holds the file, shown under Binary in the input. Separate several with commas.',
		}),
		{
			...patientLocator,
			description:
				'Whose chart it goes into. Type a last name, “Jane Doe”, “Doe, Jane” or a chart ID.',
		},
		{ ...doctorLocator, description: 'The doctor under whom it is filed' },
		{ ...description, description: 'What it is called in the chart. Empty takes the file’s name.' },
		{ ...date, description: 'The date under which the chart shows it. Empty takes today’s.' },
		metatags,
		optionsCollection(officeTimeZone, skipIfAlreadyFiled, tagWithChecksum),
	],
	execute: async ({ api, params, node, itemIndex, timeZone, remembered }) => {
		const { options } = params;
		const tags = toMetatags(params.metatags);
		if (tags instanceof ParameterIssue) throw tags;
		// All files are looked at before the first is sent, so that none is filed if one cannot be.
		const files = await inputFiles(node, itemIndex, params.binaryPropertyName, FIELD_NAMES);
		const uploads: Upload[] = [];
		for (const file of files) {
			const checksum = options.tagWithChecksum ? await sha256(file) : undefined;
			uploads.push({
				file,
				patientId: textOf(params.patientId),
				doctor: textOf(params.doctor),
				description: params.description || file.name,
				date: params.date ?? today(timeZone),
				tags: checksum ? [...params.metatags, checksumTag(checksum)] : params.metatags,
				checksum,
			});
		}
		const skip = options.skipIfAlreadyFiled === true;
		return fileAll(uploads, { api, node, skip, charts: remembered(chartsOfRun) });
	},
});
