/** What every page of the portal knows about the person in front of it. */
import type { Membership, Organisation } from '@gongkai/domain/organisation.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { WriteLine } from '@gongkai/platform/log.ts';
import type { Mail } from '@gongkai/platform/ports.ts';
import type { Context } from 'hono';

export interface Session {
  /** SHA-256 of the cookie's opaque id. */
  id: string;
  person: string;
  /** Repeated in a hidden field `csrf` of every form and compared on every POST. */
  csrf: string;
}

/** What the frame around every page shows, whoever looks. */
export interface Shell {
  county: string;
  trial: boolean;
}

export interface PortalEnv {
  Variables: {
    shell: Shell;
    organisation: Organisation;
    /** Absent on pages for everybody; pages behind `requireSession` always have both. */
    me: Membership | undefined;
    session: Session | undefined;
  };
}
export type PortalContext = Context<PortalEnv>;

/** The portal also runs the clock and shows the outbox in trial mode. */
export interface Trial {
  /** Mails sent so far, newest first. */
  outbox: () => Promise<{ id: string; to: string; subject: string; text: string; sentAt: string }[]>;
  advance: (duration: string) => Promise<string>;
}
/** `log`: where security events go; standard output when absent. */
export type PortalDeps = Deps & {
  trial?: Trial;
  mail: Mail;
  log?: WriteLine;
  /**
   * Resolves when what was written since then (clock of `performance.now()`) is safe, rejects when some of it was
   * lost: nobody is told before. Absent where writing is enough.
   */
  kept?: (since: number) => Promise<void>;
  /** Brings the fixed pages of the public site up to date at once; absent where the clock does it every hour. */
  siteChanged?: () => Promise<void>;
};
