import type { OperationCase } from './index';

const fax = { messageId: '={{ { __rl: true, mode: "id", value: $json.id } }}' };

export const messagesCases: Record<string, OperationCase> = {
	'message.downloadAttachment': { parameters: fax, items: [{ id: 1 }, { id: 2 }] },
};
