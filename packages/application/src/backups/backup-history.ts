import type { Moment } from '@kanribo/kernel';
import type { Recorded } from '../ledger/rules.ts';

/** Declarations of backups in the instance's own log. */
export const backupDeclarations = {
  /** One was begun: from then on what is in it, the keys too, may have left. */
  begun: 'backup/begun@1',
  /** One came to its end. */
  made: 'backup/made@3',
  /** One did not come to its end; where the process died there is no such entry. */
  brokenOff: 'backup/broken-off@1',
} as const;

/** The same before it said which was made, and before that how large the file was. */
const madeBefore: readonly string[] = ['backup/made@1', 'backup/made@2'];

/** A backup that was made, as the instance log tells it. */
interface LastBackup {
  readonly madeAt: Moment;
  /** The account, or the person the command line was told, that made it. */
  readonly actor: string;
  readonly contracts: number | null;
  /** How large the file was; null where the entry does not say. */
  readonly bytes: number | null;
}

/** A backup that was begun and is not made: broken off, or still under way somewhere. */
interface UnfinishedBackup {
  readonly id: string;
  readonly actor: string;
  readonly begunAt: Moment;
  /** Null where nothing says that it ended. */
  readonly brokenOffAt: Moment | null;
}

/** What the instance log tells of backups. */
export interface BackupHistory {
  /** The last backup; null before the first. */
  readonly lastBackup: LastBackup | null;
  /** Backups that were begun and not made, in their order. */
  readonly unfinishedBackups: readonly UnfinishedBackup[];
}

/** The backups after the next entry of the instance log; what is not about them changes nothing. */
export function evolveBackups<H extends BackupHistory>(history: H, recorded: Recorded): H {
  const { declaration, actor, recordedAt: at } = recorded;
  const { backup: id } = recorded.facts;
  const isMade = declaration === backupDeclarations.made;
  const { unfinishedBackups: former } = history;
  if (isMade || madeBefore.includes(declaration)) {
    const unfinishedBackups = isMade ? former.filter((one) => one.id !== id) : former;
    return { ...history, lastBackup: backupIn(recorded), unfinishedBackups };
  }
  if (typeof id !== 'string') return history;
  if (declaration === backupDeclarations.begun) {
    const begun = { id, actor, begunAt: at, brokenOffAt: null };
    return { ...history, unfinishedBackups: [...former, begun] };
  }
  if (declaration !== backupDeclarations.brokenOff) return history;
  const ended = former.map((one) => (one.id === id ? { ...one, brokenOffAt: at } : one));
  return { ...history, unfinishedBackups: ended };
}

function backupIn({ recordedAt, actor, facts }: Recorded): LastBackup {
  const { contracts, bytes } = facts;
  return {
    madeAt: recordedAt,
    actor,
    contracts: typeof contracts === 'number' ? contracts : null,
    bytes: typeof bytes === 'number' ? bytes : null,
  };
}
