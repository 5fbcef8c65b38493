import { newToken } from './tokens';

/** A browser's session: who is logged in, and the token that its forms must carry. */
export interface Session {
	readonly id: string;
	readonly csrf: string;
	readonly userId?: string;
}

const COOKIE = 'sessionid';

/** The sessions of the log-in and consent pages. */
export class Sessions {
	private readonly sessions = new Map<string, Session>();

	/** The session that a Cookie header names. */
	find(cookies: string | undefined): Session | undefined {
		const pairs = (cookies ?? '').split(';').map((pair) => pair.trim().split('='));
		const id = pairs.find(([name]) => name === COOKIE)?.[1];
		return id === undefined ? undefined : this.sessions.get(id);
	}

	/** A new session; logging in never keeps an old session's id. */
	open(userId?: string): Session {
		const session = { id: newToken(), csrf: newToken(), userId };
		this.sessions.set(session.id, session);
		return session;
	}

	close({ id }: Session): void {
		this.sessions.delete(id);
	}
}

export const sessionCookie = ({ id }: Session) => `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax`;
