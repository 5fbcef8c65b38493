import { NodeOperationError, type IDataObject, type ILoadOptionsFunctions } from 'n8n-workflow';
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

/** Where in a form a record may have been chosen under the API's name for it. */
const places = (name: string) => [
	name,
	`updateFields.${name}`,
	`additionalFields.${name}`,
	`filters.${name}`,
];

/**
 * Narrows a list to what is chosen in the form.
 * @param name the parameter or field that holds it
 * @param noun what it is called in a message, such as `patient`
 * @param filter the list's filter by it, where it has another name
 * @returns for a RecordList; it throws a NodeOperationError when nothing is chosen, and the editor shows
 * its words in place of the list
 */
export function ofChosen(name: string, noun = name, filter = name) {
	return (functions: ILoadOptionsFunctions): IDataObject => {
		const chosen = places(name)
			.map((place) => chosenIn(functions, place))
			.find(Boolean);
		if (!chosen) throw new NodeOperationError(functions.getNode(), `Choose the ${noun} first`);
		return { [filter]: chosen };
	};
}
