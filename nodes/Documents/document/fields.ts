import { property, type TextList } from '../../shared/operation/operation';

export const metatags: TextList<'metatags'> = {
	displayName: 'Tags',
	name: 'metatags',
	type: 'string',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add tag' },
	default: [],
	placeholder: 'e.g. lab',
	description: 'Words by which the document is found in the chart',
};

export const description = property({
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	placeholder: 'e.g. Referral letter',
	description: 'What the document is called in the chart',
});

export const date = property({
	displayName: 'Date',
	name: 'date',
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	default: '',
	description: 'The date under which the chart shows the document',
});
