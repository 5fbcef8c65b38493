import type { AddressInfo } from 'node:net';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const USER = { user: 'practice', password: 'Synthetic-1' };

/** An email as the one who gets it reads it. */
export interface Letter {
	readonly from: string;
	/** From the envelope: where it really goes. */
	readonly to: readonly string[];
	readonly subject: string;
	readonly text: string;
	readonly html: string | false;
	readonly attachments: number;
}

/** A mail server of its own: takes every email, keeps it, and passes nothing on. */
export interface Mailbox {
	/** What n8n's SMTP credential needs to send by it. */
	readonly credential: ICredentialDataDecryptedObject;
	readonly letters: readonly Letter[];
	/** Turns emails to an address away, as a server does that does not know it. */
	refuse(address: string): void;
	clear(): void;
	close(): Promise<void>;
}

export async function startMailbox(): Promise<Mailbox> {
	const letters: Letter[] = [];
	const refused = new Set<string>();
	const server = new SMTPServer({
		// Its certificate is one that nobody knows.
		disabledCommands: ['STARTTLS'],
		allowInsecureAuth: true,
		onAuth: ({ username, password }, _session, done) =>
			username === USER.user && password === USER.password
				? done(null, { user: username })
				: done(new Error('Wrong user or password')),
		onRcptTo: ({ address }, _session, done) =>
			done(refused.has(address) ? new Error('No such mailbox') : null),
		onData: (stream, { envelope }, done) => {
			simpleParser(stream)
				.then((mail) => {
					letters.push({
						from: mail.from?.text ?? '',
						to: envelope.rcptTo.map(({ address }) => address),
						subject: mail.subject ?? '',
						text: mail.text ?? '',
						html: mail.html ?? false,
						attachments: mail.attachments.length,
					});
					done();
				})
				.catch(done);
		},
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as AddressInfo;
	return {
		credential: { ...USER, host: '127.0.0.1', port, secure: false },
		letters,
		refuse: (address) => void refused.add(address),
		clear: () => {
			letters.length = 0;
			refused.clear();
		},
		close: async () => await new Promise<void>((resolve) => server.close(resolve)),
	};
}
