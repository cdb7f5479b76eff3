import { type JsonObject, dayOf, parseContractId, parseDay } from '@kanribo/kernel';
import type { Recorded } from '../ledger/rules.ts';
import { accountDeclarations as declared } from './account-facts.ts';
import type { Account, AccountsState, Binding, WayBack } from './account-state.ts';
import { withDeviceEnded, withDeviceRegistered, withDeviceUsed } from './evolve-devices.ts';
import { withSecret } from './evolve-factors.ts';
import { withNews } from './evolve-news.ts';
import { text, textOrNull } from './read-facts.ts';

const longestHistory = 50;

/** The accounts after the next entry of the instance log; what is not about them changes nothing. */
export function evolveAccounts(state: AccountsState, recorded: Recorded): AccountsState {
  const { declaration, facts } = recorded;
  switch (declaration) {
    case declared.setUpOffered:
      return { ...state, setUp: { link: text(facts, 'link'), offeredAt: recorded.recordedAt } };
    case declared.refusedMany:
      return withRefusalsTo(state, facts);
    case declared.refused:
      return state;
    case declared.invited:
      return withInvited(state, recorded);
    case declared.certificateRegistered:
      return withDeviceRegistered(state, recorded);
    case declared.certificateEnded:
      return withDeviceEnded(state, recorded);
    case declared.signedIn:
      return withDeviceUsed(withChanged(state, recorded), facts);
    case declared.activated:
      return withActivated(withChanged(state, recorded), text(facts, 'account'));
    default:
      return declaration.startsWith('account/') ? withChanged(state, recorded) : state;
  }
}

function withRefusalsTo(state: AccountsState, { minute }: JsonObject): AccountsState {
  if (typeof minute !== 'number') return state;
  return { ...state, refusalsCountedTo: Math.max(state.refusalsCountedTo, minute) };
}

function withInvited(state: AccountsState, recorded: Recorded): AccountsState {
  const { facts, sequence, recordedAt } = recorded;
  const id = text(facts, 'account');
  const signIn = text(facts, 'signIn');
  if (id === '' || state.accounts.has(id) || state.bySignIn.has(signIn)) return state;
  const account: Account = {
    id,
    standing: { status: 'invited', link: textOrNull(facts, 'link'), invitedAt: recordedAt },
    signIn,
    namedBy: sequence,
    isAdministrator: facts['administrator'] === true,
    bindings: [],
    audits: [],
    password: null,
    factors: [],
    recoveryCodes: [],
    sessionsFrom: sequence,
    isLocked: false,
    wayBack: null,
    wayBackOfferedAt: null,
    lastSignInAt: null,
    certificatesUsed: [],
    unusedSince: recordedAt,
    history: [],
    news: [],
  };
  const accounts = state.accounts.set(id, remembering(account, recorded));
  return { ...state, accounts, bySignIn: state.bySignIn.set(signIn, id) };
}

function withActivated(state: AccountsState, id: string): AccountsState {
  const isAdministrator = state.accounts.get(id)?.isAdministrator ?? false;
  return isAdministrator ? { ...state, hasHadAdministrator: true } : state;
}

function withChanged(state: AccountsState, recorded: Recorded): AccountsState {
  const account = state.accounts.get(text(recorded.facts, 'account'));
  if (account === undefined) return state;
  const changed = remembering(changedBy(withNews(account, recorded), recorded), recorded);
  return { ...state, accounts: state.accounts.set(account.id, changed) };
}

function remembering(
  account: Account,
  { recordedAt: at, declaration, actor, facts }: Recorded,
): Account {
  const history = [...account.history, { at, declaration, actor, facts }].slice(-longestHistory);
  return { ...account, history };
}

function changedBy(account: Account, recorded: Recorded): Account {
  const { declaration, facts, sequence, recordedAt } = recorded;
  const used = { unusedSince: recordedAt };
  switch (declaration) {
    case declared.invitedAgain:
      return invitedAgain(account, recorded);
    case declared.wayBackOffered:
      return { ...account, wayBack: wayBackIn(recorded), wayBackOfferedAt: recordedAt };
    case declared.wayBackUsed:
      return { ...account, ...withoutSecrets(sequence) };
    case declared.activated:
      return { ...account, standing: { status: 'active' }, ...used };
    case declared.suspended: {
      const because = facts['because'] === 'dormant' ? 'dormant' : 'decided';
      const standing = { status: 'suspended', because } as const;
      return { ...account, standing, sessionsFrom: sequence, wayBack: null };
    }
    case declared.resumed:
      return { ...account, standing: { status: 'active' }, ...used };
    case declared.locked:
      return { ...account, isLocked: true };
    case declared.unlocked:
      return { ...account, isLocked: false, ...used };
    case declared.signedIn:
      return { ...account, lastSignInAt: recordedAt, ...used };
    case declared.sessionsEnded:
      return { ...account, sessionsFrom: sequence };
    default:
      return withSecret(withBinding(withAudit(account, recorded), recorded), recorded);
  }
}

function invitedAgain(account: Account, { facts, sequence, recordedAt }: Recorded): Account {
  const link = textOrNull(facts, 'link');
  const standing = { status: 'invited', link, invitedAt: recordedAt } as const;
  return { ...account, standing, ...withoutSecrets(sequence) };
}

/** Nothing that was signed in with, and no session, counts after that entry. */
const withoutSecrets = (sequence: number) => ({
  password: null,
  factors: [],
  recoveryCodes: [],
  sessionsFrom: sequence,
  isLocked: false,
  wayBack: null,
  certificatesUsed: [],
});

const wayBackIn = ({ facts, sequence, recordedAt }: Recorded): WayBack => ({
  link: text(facts, 'link'),
  offeredAt: recordedAt,
  sequence,
});

function withBinding(account: Account, { declaration, facts }: Recorded): Account {
  if (declaration !== declared.bound && declaration !== declared.unbound) return account;
  const binding = bindingIn(facts);
  if (binding === undefined) return account;
  const { contract } = binding;
  const others = account.bindings.filter((one) => one.contract !== contract);
  const bindings = declaration === declared.bound ? [...others, binding] : others;
  return { ...account, bindings };
}

function withAudit(account: Account, recorded: Recorded): Account {
  const { declaration, facts, sequence, recordedAt } = recorded;
  const contract = text(facts, 'contract');
  const others = account.audits.filter((one) => one.contract !== contract);
  const former = account.audits.find((one) => one.contract === contract);
  if (declaration === declared.auditEnded && former !== undefined) {
    const ended = { ...former, endedAt: recordedAt };
    return { ...account, audits: [...others, ended], sessionsFrom: sequence };
  }
  if (declaration !== declared.auditAllowed) return account;
  const [id, until] = [parseContractId(contract), parseDay(text(facts, 'until'))];
  if (!id.ok || !until.ok) return account;
  const audit = { contract: id.value, until: until.value, endedAt: null };
  const hasRunOut = former !== undefined && former.until < dayOf(recordedAt);
  // Sessions that ended with the last day do not come back with another one.
  const sessionsFrom = hasRunOut ? sequence : account.sessionsFrom;
  return { ...account, audits: [...others, audit], sessionsFrom };
}

function bindingIn(facts: JsonObject): Binding | undefined {
  const contract = parseContractId(text(facts, 'contract'));
  const person = text(facts, 'person');
  return contract.ok && person !== '' ? { contract: contract.value, person } : undefined;
}
