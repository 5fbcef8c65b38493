/** What a form leaves out of what the contract has, as `resource.field`, and why. */
export const OMITTED: Readonly<Partial<Record<string, string>>> = {
	'allergies.patient': 'Update leaves a record in its chart.',
	'lab_orders.patient': 'Update leaves a record in its chart.',
	'medications.patient': 'Update leaves a record in its chart.',
	'patient_lab_results.patient': 'Update leaves a record in its chart.',
	'patient_vaccine_records.patient': 'Update leaves a record in its chart.',
	'problems.patient': 'Update leaves a record in its chart.',
	'tasks.notes.archived': 'A new note is not archived.',
	'tasks.associated_items.task': 'The task that has the item.',
	'tasks.notes.task': 'The task that has the note.',
	'users.doctor': 'A filter that a practice of one group has no use for.',
	'doctors.doctor': 'A filter of doctors by their own ID, which Get reads.',
};
