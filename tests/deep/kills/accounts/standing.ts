/** A code that was taken, and when. */
interface UsedCode {
  readonly code: string;
  readonly atMs: number;
}

/** What somebody's account is, as those know it who were answered. */
export interface Standing {
  /** Its id; empty where nobody was told. */
  readonly account: string;
  readonly status: 'none' | 'invited' | 'active' | 'suspended';
  /** Token of the invitation that can be used; empty where there is none. */
  readonly link: string;
  readonly password: string;
  /** Secret of the authenticator app. */
  readonly secret: string;
  readonly isAdministrator: boolean;
  readonly isLocked: boolean;
  /** Names of the passkeys it is signed in with, and of those that stand for a device. */
  readonly passkeys: readonly string[];
  readonly devices: readonly string[];
  /** What was shown but does not count yet: what it would be signed in with, and what proves it. */
  readonly draft: { readonly token: string; readonly password: string; readonly secret: string };
  /** Tokens of sessions that count. */
  readonly sessions: readonly string[];
  /** Recovery codes that can be used. */
  readonly recovery: readonly string[];
  readonly usedCodes: readonly UsedCode[];
  readonly usedRecovery: readonly string[];
  /** Whom it acts as in the contract. */
  readonly person: string | null;
  /** Until when it looks at the contract as external auditor. */
  readonly audit: string | null;
}

/** What a worker tells of the accounts: what it begins, what it was answered, what was found. */
export type DeedMark =
  | {
      readonly kind: 'will';
      readonly who: string;
      readonly deed: string;
      /** Declarations of the entries it makes. */
      readonly enters: readonly string[];
      readonly makes: Partial<Standing>;
    }
  | { readonly kind: 'did'; readonly who: string; readonly makes: Partial<Standing> };

const none = { token: '', password: '', secret: '' };

/** Somebody nobody has heard of. */
export const nobody: Standing = {
  account: '',
  status: 'none',
  link: '',
  password: '',
  secret: '',
  isAdministrator: false,
  isLocked: false,
  passkeys: [],
  devices: [],
  draft: none,
  sessions: [],
  recovery: [],
  usedCodes: [],
  usedRecovery: [],
  person: null,
  audit: null,
};

/** All that was told of one person. */
export interface Told {
  readonly who: string;
  readonly standing: Standing;
  /** The deed that was not answered, and what the account is where it was done. */
  readonly open: { readonly deed: string; readonly standing: Standing } | undefined;
  /** Everything it ever was, or may be. */
  readonly ever: readonly Standing[];
  /** By declaration, how many entries there are at the least and at the most. */
  readonly entries: ReadonlyMap<string, { readonly least: number; readonly most: number }>;
}

/** What was told of each person, in order. */
export function toldOf(marks: readonly DeedMark[]): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  let begun: readonly string[] = [];
  for (const mark of marks) {
    const fresh = {
      who: mark.who,
      standing: nobody,
      open: undefined,
      ever: [],
      entries: new Map(),
    };
    const before = told.get(mark.who) ?? fresh;
    if (mark.kind === 'will') begun = mark.enters;
    told.set(mark.who, { ...afterMark(before, mark), entries: counted(before, mark, begun) });
  }
  return told;
}

function afterMark(before: Told, mark: DeedMark): Told {
  if (mark.kind === 'did') {
    const standing = { ...(before.open?.standing ?? before.standing), ...mark.makes };
    return { ...before, standing, open: undefined, ever: [...before.ever, standing] };
  }
  const open = { deed: mark.deed, standing: { ...before.standing, ...mark.makes } };
  return { ...before, open, ever: [...before.ever, open.standing] };
}

function counted({ entries }: Told, mark: DeedMark, begun: readonly string[]): Told['entries'] {
  const after = new Map(entries);
  for (const declaration of begun) {
    const { least, most } = after.get(declaration) ?? { least: 0, most: 0 };
    const isDone = mark.kind === 'did';
    after.set(declaration, { least: least + (isDone ? 1 : 0), most: most + (isDone ? 0 : 1) });
  }
  return after;
}
