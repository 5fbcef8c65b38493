import type { Special } from '../../contracted';
import { fileAddress } from '../../contracted/files';
import { isJsonArray, isJsonObject } from '../../json';
import * as seeds from '../../seeding/wave/messages';

export const messageSpecials: Readonly<Record<string, Special>> = {
	messages: {
		seed: seeds.seedMessages,
		complete: (record, { practice, token }) => ({
			owner: token.userId,
			received_at: practice.store.timestamp(),
			...record,
		}),
	},
	patient_messages: {
		seed: seeds.seedPatientMessages,
		computed: ({ attachments }, call) => ({
			attachments: (isJsonArray(attachments) ? attachments : []).map((one) =>
				isJsonObject(one)
					? { ...one, attachment: fileAddress(one.attachment, call) ?? one.attachment }
					: one,
			),
		}),
	},
};
