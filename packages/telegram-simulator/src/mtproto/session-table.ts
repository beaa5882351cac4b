import { Session } from './session.ts';

/** Beyond this the session longest unused is forgotten; its client is told of a new session when it comes back. */
const capacity = 5000;

/** The sessions of all auth keys, kept while the server runs. */
export class SessionTable {
  private readonly sessions = new Map<string, Session>();

  open(authKeyId: string, sessionId: bigint): Session {
    const name = `${authKeyId}:${sessionId}`;
    const session = this.sessions.get(name) ?? new Session(sessionId);
    this.sessions.delete(name);
    this.sessions.set(name, session);
    if (this.sessions.size > capacity) {
      const oldest = this.sessions.keys().next();
      if (!oldest.done) this.sessions.delete(oldest.value);
    }
    return session;
  }

  /** False where there was none. */
  destroy(authKeyId: string, sessionId: bigint): boolean {
    return this.sessions.delete(`${authKeyId}:${sessionId}`);
  }

  forgetKey(authKeyId: string): void {
    for (const name of this.sessions.keys()) {
      if (name.startsWith(`${authKeyId}:`)) this.sessions.delete(name);
    }
  }
}
