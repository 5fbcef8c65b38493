import { summaryOperation } from './file';

export const getQrda = summaryOperation({
	value: 'getQrda',
	name: 'Get QRDA',
	action: 'Get QRDA of a patient',
	description: 'Retrieve what quality measures count of a patient as a QRDA Category I file',
	document: 'qrda1',
	called: 'qrda',
});
