import type { IDataObject } from 'n8n-workflow';
import { listed, type FieldTable } from '../../shared/fields/field';
import { choice, date, needed, yesNo } from '../../shared/fields/kinds';
import { withoutBlanks } from '../../shared/input/blanks';
import { ParameterIssue } from '../../shared/input/parameters';
import { patient } from '../../shared/locators/people';
import { office } from '../../shared/locators/visits';
import { textOf } from '../../shared/messages/words';
import { filtersCollection } from '../../shared/operation/crudParameters';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { itemOf, pageOf } from '../../shared/transport/answer';

interface Report {
	readonly value: string;
	readonly name: string;
	readonly path: string;
	readonly description: string;
	/** What only this report can be narrowed by. */
	readonly filters: FieldTable;
	/** What the report calls the office, where it is not `office_id`. */
	readonly office?: string;
}

const startDate = property({
	...needed(date({ about: 'The first day of the report' })),
	displayName: 'Start Date',
	name: 'startDate',
});
const endDate = property({
	...needed(date({ about: 'The last day of the report' })),
	displayName: 'End Date',
	name: 'endDate',
});

/** One of the Day Sheet's reports. Its answer is passed on row by row, or as it is. */
export function report({ value, name, path, description, filters, office: officeName }: Report) {
	return defineOperation({
		value,
		name,
		action: `${name} of the day sheet`.replace(
			/^Get (.)/,
			(_, letter: string) => `Get ${letter.toLowerCase()}`,
		),
		description,
		properties: [
			startDate,
			endDate,
			filtersCollection(
				listed({
					...filters,
					claim_type: choice(
						{ professional: 'Professional', institutional: 'Institutional' },
						{ about: 'Only claims of this kind' },
					),
					[officeName ?? 'office_id']: {
						...office('Only what is of this office'),
						displayName: 'Office',
					},
					patient_id: { ...patient('Only what is of this patient'), displayName: 'Patient' },
					...(officeName === undefined && {
						pg_mode: yesNo({
							label: 'Whole Practice Group',
							initial: true,
							about: 'Whether to include all doctors of the practice group',
						}),
					}),
				}),
			),
			optionsCollection(),
		],
		execute: async ({ api, params }) => {
			const { startDate: from, endDate: to } = params;
			if (textOf(to) < textOf(from)) {
				throw new ParameterIssue('is before the start date. Exchange the two', ['End Date']);
			}
			const answer = await api.request({
				method: 'GET',
				target: `/api/${path}`,
				query: withoutBlanks({
					...params.filters,
					start_date: americanDate(textOf(from)),
					end_date: americanDate(textOf(to)),
				}),
			});
			return (pageOf(answer)?.records ?? [answer]).map((row): IDataObject => itemOf(row));
		},
	});
}

/** `2021-02-04` as these reports alone want it: `2/4/2021`. */
function americanDate(date: string): string {
	const [year, month, day] = date.split('-').map(Number);
	return `${month}/${day}/${year}`;
}
