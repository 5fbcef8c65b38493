import type { IDataObject } from 'n8n-workflow';
import type { DrChronoClient } from '../../shared/transport/client';

/** Registers (POST) or unregisters (DELETE) the doctor whose token it is; neither takes a body. */
export const INTEGRATION = '/api/iframe_integration';

/** Whose token it is; the doctor of a member of the staff is their primary physician. */
export async function currentDoctor(api: DrChronoClient): Promise<IDataObject> {
	const { doctor, id, username } = await api.get('/api/users/current');
	return { doctor, user: id, username };
}
