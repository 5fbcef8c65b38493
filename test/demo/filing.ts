import { PDFDocument } from 'pdf-lib';
import { documents, upload } from '../support/documents';
import type { WorkflowNode } from '../support/harness';
import { locator } from '../support/patients';

async function referral(): Promise<string> {
	const pdf = await PDFDocument.create();
	pdf.setTitle('Referral');
	pdf.addPage().drawText('Referral. All people in this practice are made up.', { size: 14 });
	return await pdf.saveAsBase64();
}

/** Files a PDF in a chart and reads it back: to be appended to a workflow. */
export async function filingSteps(): Promise<WorkflowNode[]> {
	const file = {
		data: await referral(),
		mimeType: 'application/pdf',
		fileName: 'referral.pdf',
		fileExtension: 'pdf',
	};
	return [
		{
			name: 'Receive a fax',
			type: 'items',
			parameters: { items: [{ from: 'Example Clinic' }], files: { data: file } },
		},
		upload(
			{
				description: 'Referral from Example Clinic',
				metatags: ['referral', 'fax'],
				options: { skipIfAlreadyFiled: true, tagWithChecksum: true },
			},
			{ name: 'File it in the chart' },
		),
		documents(
			'download',
			{ documentId: locator('={{ $json.id }}') },
			{ name: 'Read it back from the chart' },
		),
	];
}
