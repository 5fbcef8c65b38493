import { type Json, isJsonObject } from '../simulator/json';
import { type Ask, rowsOf } from './ask';
import type { Findings } from './reads';

const member = (value: Json | undefined, name: string) =>
	isJsonObject(value) ? value[name] : undefined;

/**
 * What only a write tells: one made-up patient is created, changed and deleted. For a sandbox, or a
 * practice that allows it.
 */
export async function writeFindings(ask: Ask): Promise<Findings> {
	const [doctor] = rowsOf(await ask('GET', '/api/doctors'));
	const person = {
		doctor: Number(doctor.id),
		gender: 'Other',
		first_name: 'Probe',
		last_name: `Example ${String(Date.now())}`,
		date_of_birth: '1980-02-29',
	};
	const created = await ask('POST', '/api/patients', person);
	const id = member(created.json, 'id');
	if (created.status !== 201 || id === undefined) return {};
	const path = `/api/patients/${String(id)}`;
	try {
		const again = await ask('POST', '/api/patients', person);
		const twin = member(again.json, 'id');
		if (again.status === 201) await ask('DELETE', `/api/patients/${String(twin)}`);
		const insurance = (fields: Record<string, string>) =>
			ask('PATCH', path, { primary_insurance: fields });
		const changed = await insurance({ insurance_company: 'Example', insurance_plan_name: 'Gold' });
		await insurance({ insurance_company: 'Example Two' });
		const { json } = await ask('GET', `${path}?verbose=true`);
		const plan = member(member(json, 'primary_insurance'), 'insurance_plan_name');
		const refusals: Record<number, string> = { 409: 'conflict', 400: 'bad' };
		return {
			createAnswer: member(created.json, 'primary_insurance') === undefined ? 'short' : 'verbose',
			duplicateStatus: refusals[again.status] ?? 'unknown',
			changeAnswer: changed.status === 204 ? 'empty' : changed.json === null ? 'null' : 'record',
			groups: plan === 'Gold' ? 'merged' : 'replaced',
		};
	} finally {
		await ask('DELETE', path);
	}
}
