import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { textOf } from '../messages/words';

/** What is chosen in a locator; nothing while it holds an expression, which has no value yet. */
export function chosenIn(functions: ILoadOptionsFunctions, name: string): string {
	const chosen = functions.getCurrentNodeParameter(name);
	const value =
		typeof chosen === 'object' && chosen !== null && 'value' in chosen
			? textOf(chosen.value)
			: textOf(chosen);
	return value.startsWith('=') ? '' : value;
}

/** Where in a form the patient may have been chosen. */
const PATIENT = ['patient', 'updateFields.patient', 'additionalFields.patient', 'filters.patient'];

/**
 * Narrows a list to the patient who is chosen in the form.
 * @throws {NodeOperationError} when nobody is chosen: the editor shows its words in place of the list
 */
export function ofChosenPatient(functions: ILoadOptionsFunctions) {
	const patient = PATIENT.map((name) => chosenIn(functions, name)).find(Boolean);
	if (!patient) throw new NodeOperationError(functions.getNode(), 'Choose the patient first');
	return { patient };
}
