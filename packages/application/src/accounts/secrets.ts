import { type JsonObject, fromUtf8, isJsonObject, utf8 } from '@kanribo/kernel';
import type { AccountId } from './account-facts.ts';
import type { AccountSecret, Passkey, SecretKind } from './ports.ts';
import { freshSecretId } from './tokens.ts';
import { type AccountsTools, nowMs } from './tools.ts';

/** Keeps a new secret that counts for nothing before an entry names it; answers its id. */
export async function keepFresh(
  tools: AccountsTools,
  what: {
    readonly account: AccountId;
    readonly kind: SecretKind;
    readonly value: Uint8Array;
    readonly counter?: number;
    readonly id?: string;
  },
): Promise<string> {
  const { id = freshSecretId(tools.random), counter = 0 } = what;
  await tools.store.keepSecret({ ...what, id, counter, madeMs: nowMs(tools) });
  return id;
}

/** The secret of an id, where it is there and is what it is taken for. */
export async function secretOf(
  { store }: AccountsTools,
  id: string,
  what: { readonly account: AccountId; readonly kind: SecretKind },
): Promise<AccountSecret | undefined> {
  const [found] = await store.secrets([id]);
  return found?.account === what.account && found.kind === what.kind ? found : undefined;
}

/** A password's hash as it is kept. */
export const passwordBytes = (hash: string): Uint8Array => utf8(hash);

/** The hash of a password that was kept. */
export const passwordHash = ({ value }: AccountSecret): string => fromUtf8(value) ?? '';

/** A passkey as it is kept, with what its owner calls it. */
export interface NamedPasskey extends Passkey {
  readonly label: string;
}

/** The bytes of {@link NamedPasskey}. */
export const passkeyBytes = (passkey: NamedPasskey): Uint8Array => utf8(JSON.stringify(passkey));

/** Reads {@link passkeyBytes}; undefined where they are none. */
export function passkeyIn({ value }: AccountSecret): NamedPasskey | undefined {
  const content = jsonIn(value);
  if (content === undefined) return undefined;
  const { credentialId, publicKey, transports, isBackupEligible, isPlatform, label } = content;
  if (typeof credentialId !== 'string' || typeof publicKey !== 'string') return undefined;
  return {
    credentialId,
    publicKey,
    transports: Array.isArray(transports)
      ? transports.filter((one) => typeof one === 'string')
      : [],
    isBackupEligible: isBackupEligible === true,
    isPlatform: isPlatform === true,
    label: typeof label === 'string' ? label : '',
  };
}

/** The facts by which an entry adds a passkey: its secret, and where the passkey can be. */
export const passkeyFacts = (
  secret: string,
  { isBackupEligible: backupEligible, isPlatform: platform }: Passkey,
) => ({ kind: 'passkey', secret, backupEligible, platform }) as const;

/** The object that bytes are the JSON of. */
export function jsonIn(bytes: Uint8Array): JsonObject | undefined {
  const text = fromUtf8(bytes);
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  return isJsonObject(value) ? value : undefined;
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** 120 bits, so that a plain hash keeps a code (at least 112 are needed for that). */
const codeLength = 24;
const codesAtOnce = 10;

/** Ten fresh recovery codes of 120 random bits, as a person writes them: `ABCD-EFGH-…`. */
function freshRecoveryCodes({ random }: Pick<AccountsTools, 'random'>): readonly string[] {
  return Array.from({ length: codesAtOnce }, () => {
    const letters = Array.from(random.bytes(codeLength), (byte) => alphabet[byte & 31] ?? '');
    return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-');
  });
}

/** A recovery code hashed for the account; hyphens, spaces and case do not matter. */
export function recoveryCodeHash(
  { sha256 }: Pick<AccountsTools, 'sha256'>,
  account: AccountId,
  code: string,
): Uint8Array {
  const plain = code.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  return sha256(utf8(`kanribo recovery code ${account} ${plain}`));
}

/** Keeps new recovery codes; they count once an entry names the ids. */
export async function keepRecoveryCodes(
  tools: AccountsTools,
  account: AccountId,
): Promise<{ readonly codes: readonly string[]; readonly ids: readonly string[] }> {
  const codes = freshRecoveryCodes(tools);
  const ids: string[] = [];
  for (const code of codes) {
    const value = recoveryCodeHash(tools, account, code);
    ids.push(await keepFresh(tools, { account, kind: 'recovery-code', value }));
  }
  return { codes, ids };
}
