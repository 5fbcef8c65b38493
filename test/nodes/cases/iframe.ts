import type { OperationCase } from './index';

export const iframeCases: Record<string, OperationCase> = {
	register: { parameters: {} },
	unregister: { parameters: {} },
};
