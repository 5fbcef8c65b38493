/** What a form leaves out of what the contract has, as `resource.field`, and why. */
export const OMITTED: Readonly<Partial<Record<string, string>>> = {
	'tasks.associated_items.task': 'The task that has the item.',
	'tasks.notes.task': 'The task that has the note.',
	'users.doctor': 'A filter that a practice of one group has no use for.',
	'doctors.doctor': 'A filter of doctors by their own ID, which Get reads.',
};
