import { needed } from '../../shared/fields/kinds';
import { appointmentLocator } from '../../shared/locators/appointment';
import { noteTemplates } from '../../shared/locators/lookups';
import { recordLocator } from '../../shared/locators/record';
import { property } from '../../shared/operation/operation';

const template = property({
	...needed(
		recordLocator(noteTemplates, 'Note Template', {
			about: 'The template of the clinical note beside which the notepad lies',
		}),
	),
	name: 'templateId',
});

/** Which notepad. */
export const which = [appointmentLocator, template] as const;

/** The same as the API asks for it. */
export const queryOf = (params: {
	appointmentId: string | number;
	templateId: string | number;
}) => ({
	appointment_id: params.appointmentId,
	template_id: params.templateId,
});
