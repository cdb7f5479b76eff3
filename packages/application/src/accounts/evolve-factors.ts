import type { JsonObject } from '@kanribo/kernel';
import type { Recorded } from '../ledger/rules.ts';
import { accountDeclarations as declared } from './account-facts.ts';
import type { Account, Factor, PasskeyTraits } from './account-state.ts';
import { text, texts } from './read-facts.ts';

/** An account after an entry about what it is signed in with; any other changes nothing. */
export function withSecret(account: Account, recorded: Recorded): Account {
  const { declaration, facts, sequence } = recorded;
  const secret = text(facts, 'secret');
  const others = account.factors.filter((factor) => factor.secret !== secret);
  switch (declaration) {
    case declared.passwordSet:
      return { ...account, password: secret, sessionsFrom: sequence };
    case declared.factorAdded: {
      const added = factorIn(recorded);
      // There is one authenticator app at a time: a new one takes the place of the one before.
      const kept = others.filter(({ kind }) => added.kind === 'passkey' || kind === 'passkey');
      return { ...account, factors: [...kept, added] };
    }
    case declared.factorRemoved:
      return { ...account, factors: others };
    case declared.recoveryCodesMade:
      return { ...account, recoveryCodes: texts(facts['secrets']) };
    default:
      return withDevice(account, recorded);
  }
}

/** The device goes with its passkey, since it is nothing beside it. */
function withDevice(account: Account, recorded: Recorded): Account {
  const { declaration, facts, sequence, recordedAt, actor } = recorded;
  const isRegistered = declaration === declared.deviceRegistered;
  if (!isRegistered && declaration !== declared.deviceRemoved) return account;
  const secret = text(facts, 'secret');
  const device = isRegistered ? { sequence, by: actor, since: recordedAt } : null;
  const factors = account.factors.map((factor) =>
    factor.secret === secret && factor.kind === 'passkey' ? { ...factor, device } : factor,
  );
  return { ...account, factors };
}

function factorIn({ facts, recordedAt }: Recorded): Factor {
  const kind = facts['kind'] === 'passkey' ? 'passkey' : 'totp';
  const traits = traitsIn(facts);
  return { kind, secret: text(facts, 'secret'), addedAt: recordedAt, traits, device: null };
}

function traitsIn({ backupEligible, platform }: JsonObject): PasskeyTraits | null {
  if (typeof backupEligible !== 'boolean' || typeof platform !== 'boolean') return null;
  return { isBackupEligible: backupEligible, isPlatform: platform };
}
