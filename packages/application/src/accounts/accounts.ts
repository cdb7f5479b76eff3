import type { ContractId, JsonObject } from '@kanribo/kernel';
import { AccountNameBook, type AccountNames } from './account-names.ts';
import type { Binding } from './account-state.ts';
import * as administration from './administration.ts';
import * as audits from './audits.ts';
import * as certificates from './certificate-devices.ts';
import type { Deed } from './deeds.ts';
import * as devices from './devices.ts';
import { suspendDormant } from './dormancy.ts';
import * as enrolments from './enrolments.ts';
import * as links from './links.ts';
import * as ownAccount from './own-account.ts';
import * as ownSecrets from './own-secrets.ts';
import { countRefusal, enterRefusalOf, enterRefusals } from './refusal-count.ts';
import * as secondStep from './second-step.ts';
import {
  type Visitor,
  type FullSession,
  type PendingSession,
  findAnySession,
  pendingOf,
  sessionOf,
  touchSession,
} from './sessions.ts';
import { acknowledgeNews } from './sign-in-news.ts';
import { type AccountSettings, defaultSettings } from './settings.ts';
import { PasswordCheck, type SignInAttempt, beginSignIn } from './sign-in.ts';
import { sweepLeftovers } from './sweep.ts';
import type { ShownCertificate } from './ports.ts';
import { type AccountsTools, currentAccounts } from './tools.ts';
import * as wayBack from './way-back.ts';

/** What accounts stand on; settings that are left out are the default ones. */
export type AccountsParts = Omit<AccountsTools, 'settings'> & {
  readonly settings?: Partial<AccountSettings>;
};

/**
 * Sign-in and accounts (アカウント) of an instance. What an account is stands in the instance log;
 * tables hold secrets, counters and sessions, and a secret counts while an entry names it.
 *
 * Every method throws what the store throws; where that is `unavailable` it may be called again.
 */
export class Accounts {
  readonly #tools: AccountsTools;
  readonly #book: AccountNameBook;
  readonly #check: PasswordCheck;

  constructor(parts: AccountsParts) {
    this.#tools = { ...parts, settings: { ...defaultSettings, ...parts.settings } };
    this.#book = new AccountNameBook(this.#tools);
    this.#check = new PasswordCheck(this.#tools);
  }

  /** See {@link links.offerSetUp}. */
  firstSetUpLink(): ReturnType<typeof links.offerSetUp> {
    return links.offerSetUp(this.#tools);
  }

  /** See {@link links.isSetUpUsable}. */
  isSetUpUsable(token: string): Promise<boolean> {
    return links.isSetUpUsable(this.#tools, token);
  }

  /** See {@link enrolments.acceptSetUp}. */
  acceptSetUp(
    token: string,
    what: AccountNames & { readonly password: string; readonly visitor: Visitor },
  ): ReturnType<typeof enrolments.acceptSetUp> {
    return enrolments.acceptSetUp(this.#tools, token, what);
  }

  /** Whom a usable invitation is for. */
  async invitation(token: string): Promise<AccountNames | undefined> {
    const account = await links.invitedBy(this.#tools, token);
    return account === undefined ? undefined : this.#book.of(account);
  }

  /** See {@link enrolments.acceptInvitation}. */
  acceptInvitation(
    token: string,
    what: { readonly password: string; readonly visitor: Visitor },
  ): ReturnType<typeof enrolments.acceptInvitation> {
    return enrolments.acceptInvitation(this.#tools, this.#book, { token, ...what });
  }

  /** See {@link enrolments.confirmTotp}. */
  confirmTotp(token: string, code: string): ReturnType<typeof enrolments.confirmTotp> {
    return enrolments.confirmTotp(this.#tools, token, code);
  }

  /** See {@link enrolments.enrolPasskey}. */
  enrolPasskey(token: string): ReturnType<typeof enrolments.enrolPasskey> {
    return enrolments.enrolPasskey(this.#tools, token);
  }

  /** See {@link enrolments.confirmPasskey}. */
  confirmPasskey(
    token: string,
    made: { readonly answer: JsonObject; readonly label: string },
  ): ReturnType<typeof enrolments.confirmPasskey> {
    return enrolments.confirmPasskey(this.#tools, token, made);
  }

  /** See {@link beginSignIn}. */
  signIn(attempt: SignInAttempt): ReturnType<typeof beginSignIn> {
    return beginSignIn(this.#tools, this.#check, attempt);
  }

  /** See {@link secondStep.takeSecondStep}. */
  secondFactorTotp(token: string, code: string): ReturnType<typeof secondStep.takeSecondStep> {
    return this.#secondStep(token, { kind: 'totp', code });
  }

  /** See {@link secondStep.requestPasskey}. */
  secondFactorPasskeyOptions(token: string): ReturnType<typeof secondStep.requestPasskey> {
    return secondStep.requestPasskey(this.#tools, token);
  }

  /** See {@link secondStep.takeSecondStep}. */
  secondFactorPasskey(
    token: string,
    answer: JsonObject,
  ): ReturnType<typeof secondStep.takeSecondStep> {
    return this.#secondStep(token, { kind: 'passkey', answer });
  }

  /** See {@link secondStep.takeSecondStep}. */
  recoveryCode(token: string, code: string): ReturnType<typeof secondStep.takeSecondStep> {
    return this.#secondStep(token, { kind: 'recovery-code', code });
  }

  /**
   * The session of a token, for a request under that client certificate; of an enrolment there is
   * none here. Notes that it is in use; comes it with another certificate than it began with, it
   * is ended.
   */
  async session(
    token: string,
    certificate: ShownCertificate | null = null,
  ): Promise<PendingSession | FullSession | undefined> {
    const found = await findAnySession(this.#tools, token);
    if (found?.account === undefined || found.stored.kind === 'enrolling') return undefined;
    const { stored, account } = found;
    if (certificates.isFromElsewhere(stored, certificate)) {
      await certificates.endFromElsewhere(this.#tools, stored, certificate);
      return undefined;
    }
    if (stored.kind === 'pending') return pendingOf(stored, account);
    await touchSession(this.#tools, stored);
    return sessionOf(this.#tools, this.#book, { stored, account });
  }

  /** Ends a session, whole or half; one that is over already is no matter. */
  async signOut(session: PendingSession | FullSession): Promise<void> {
    const { id } = session;
    await ownAccount.endSession(this.#tools, session, { id, because: 'signed-out' });
  }

  /** See {@link ownAccount.ownAccount}. */
  account(by: FullSession): ReturnType<typeof ownAccount.ownAccount> {
    return ownAccount.ownAccount(this.#tools, this.#book, by);
  }

  /** See {@link ownAccount.ownSessions}. */
  sessions(by: FullSession): ReturnType<typeof ownAccount.ownSessions> {
    return ownAccount.ownSessions(this.#tools, this.#book, by);
  }

  /** See {@link ownAccount.endSession}. */
  revoke(by: FullSession, id: string): ReturnType<typeof ownAccount.endSession> {
    return ownAccount.endSession(this.#tools, by, { id, because: 'revoked' });
  }

  /** See {@link acknowledgeNews}. */
  acknowledgeNews(by: FullSession, upTo: number): ReturnType<typeof acknowledgeNews> {
    return acknowledgeNews(this.#tools, by, upTo);
  }

  /** See {@link ownAccount.ownHistory}. */
  history(by: FullSession): ReturnType<typeof ownAccount.ownHistory> {
    return ownAccount.ownHistory(this.#tools, this.#book, by);
  }

  /** See {@link ownAccount.requestOwnPasskey}. */
  reauthenticationPasskeyOptions(by: FullSession): ReturnType<typeof ownAccount.requestOwnPasskey> {
    return ownAccount.requestOwnPasskey(this.#tools, by);
  }

  /** See {@link ownAccount.reauthenticate}. */
  reauthenticate(
    by: FullSession,
    proof: ownAccount.Reauthentication,
  ): ReturnType<typeof ownAccount.reauthenticate> {
    return ownAccount.reauthenticate(this.#tools, this.#check, { by, proof });
  }

  /** See {@link ownSecrets.changePassword}. */
  changePassword(
    by: FullSession,
    what: { readonly current: string; readonly next: string },
  ): ReturnType<typeof ownSecrets.changePassword> {
    const parts = { check: this.#check, book: this.#book };
    return ownSecrets.changePassword(this.#tools, parts, { by, ...what });
  }

  /** See {@link ownSecrets.beginTotp}. */
  beginTotp(by: FullSession): ReturnType<typeof ownSecrets.beginTotp> {
    return ownSecrets.beginTotp(this.#tools, by);
  }

  /** See {@link ownSecrets.addTotp}. */
  addTotp(
    by: FullSession,
    proof: Parameters<typeof ownSecrets.addTotp>[2],
  ): ReturnType<typeof ownSecrets.addTotp> {
    return ownSecrets.addTotp(this.#tools, by, proof);
  }

  /** See {@link ownSecrets.beginPasskey}. */
  beginPasskey(by: FullSession): ReturnType<typeof ownSecrets.beginPasskey> {
    return ownSecrets.beginPasskey(this.#tools, by);
  }

  /** See {@link ownSecrets.addPasskey}. */
  addPasskey(
    by: FullSession,
    made: Parameters<typeof ownSecrets.addPasskey>[2],
  ): ReturnType<typeof ownSecrets.addPasskey> {
    return ownSecrets.addPasskey(this.#tools, by, made);
  }

  /** See {@link ownSecrets.removeFactor}. */
  removeFactor(
    by: FullSession,
    what: Parameters<typeof ownSecrets.removeFactor>[2],
  ): ReturnType<typeof ownSecrets.removeFactor> {
    return ownSecrets.removeFactor(this.#tools, by, what);
  }

  /** See {@link ownSecrets.renewRecoveryCodes}. */
  renewRecoveryCodes(by: FullSession): ReturnType<typeof ownSecrets.renewRecoveryCodes> {
    return ownSecrets.renewRecoveryCodes(this.#tools, by);
  }

  /** See {@link administration.invite}. */
  invite(
    by: FullSession,
    invitation: administration.Invitation,
  ): ReturnType<typeof administration.invite> {
    return administration.invite(this.#tools, by, invitation);
  }

  /** See {@link administration.inviteAgain}. */
  inviteAgain(by: FullSession, account: string): ReturnType<typeof administration.inviteAgain> {
    return administration.inviteAgain(this.#tools, { by, account });
  }

  /** See {@link administration.suspend}. */
  suspend(by: FullSession, account: string): ReturnType<typeof administration.suspend> {
    return administration.suspend(this.#tools, { by, account });
  }

  /** See {@link administration.resume}. */
  resume(by: FullSession, account: string): ReturnType<typeof administration.resume> {
    return administration.resume(this.#tools, { by, account });
  }

  /** See {@link administration.unlock}. */
  unlock(by: FullSession, account: string): ReturnType<typeof administration.unlock> {
    return administration.unlock(this.#tools, { by, account });
  }

  /** See {@link administration.endSessions}. */
  endSessions(by: FullSession, account: string): ReturnType<typeof administration.endSessions> {
    return administration.endSessions(this.#tools, { by, account });
  }

  /** See {@link administration.bind}. */
  bind(by: FullSession, account: string, binding: Binding): ReturnType<typeof administration.bind> {
    return administration.bind(this.#tools, { by, account, binding });
  }

  /** See {@link administration.unbind}. */
  unbind(
    by: FullSession,
    account: string,
    binding: Binding,
  ): ReturnType<typeof administration.unbind> {
    return administration.unbind(this.#tools, { by, account, binding });
  }

  /** See {@link audits.allowAudit}. */
  allowAudit(
    what: Deed & { readonly audit: audits.AuditOffer },
  ): ReturnType<typeof audits.allowAudit> {
    return audits.allowAudit(this.#tools, what);
  }

  /** See {@link audits.endAudit}. */
  endAudit(what: Deed & { readonly contract: ContractId }): ReturnType<typeof audits.endAudit> {
    return audits.endAudit(this.#tools, what);
  }

  /** See {@link devices.registerDevice}. */
  registerDevice(
    what: Parameters<typeof devices.registerDevice>[1],
  ): ReturnType<typeof devices.registerDevice> {
    return devices.registerDevice(this.#tools, what);
  }

  /** See {@link devices.removeDevice}. */
  removeDevice(
    what: Parameters<typeof devices.removeDevice>[1],
  ): ReturnType<typeof devices.removeDevice> {
    return devices.removeDevice(this.#tools, what);
  }

  /** What the registered device is called that a session comes from; null where it is none. */
  async deviceTitle({ device }: FullSession): Promise<string | null> {
    return device && this.#book.deviceTitle(device.sequence);
  }

  /** See {@link certificates.certificateDevices}. */
  certificateDevices(): ReturnType<typeof certificates.certificateDevices> {
    return certificates.certificateDevices(this.#tools, this.#book);
  }

  /** Whether the device of a client certificate is registered. */
  async isRegistered({ fingerprint }: ShownCertificate): Promise<boolean> {
    const { state } = await currentAccounts(this.#tools);
    return state.devices.get(fingerprint)?.ended === null;
  }

  /** See {@link certificates.registerCertificate}. */
  registerCertificate(
    what: Parameters<typeof certificates.registerCertificate>[1],
  ): ReturnType<typeof certificates.registerCertificate> {
    return certificates.registerCertificate(this.#tools, what);
  }

  /** See {@link certificates.endCertificate}. */
  endCertificate(
    what: Parameters<typeof certificates.endCertificate>[1],
  ): ReturnType<typeof certificates.endCertificate> {
    return certificates.endCertificate(this.#tools, what);
  }

  /** See {@link administration.listAccounts}. */
  list(by: FullSession): ReturnType<typeof administration.listAccounts> {
    return administration.listAccounts(this.#tools, this.#book, by);
  }

  /** See {@link wayBack.administratorsOf}. */
  administrators(): ReturnType<typeof wayBack.administratorsOf> {
    return wayBack.administratorsOf(this.#tools, this.#book);
  }

  /** See {@link wayBack.offerWayBack}. */
  offerWayBack(account: string): ReturnType<typeof wayBack.offerWayBack> {
    return wayBack.offerWayBack(this.#tools, account);
  }

  /** Counts, for the log, what was refused to an address before it came to an account. */
  async noteRefusal(address: string): Promise<void> {
    await countRefusal(this.#tools, address);
  }

  /** Enters that a route was not open to somebody who is signed in; see {@link enterRefusalOf}. */
  noteRefusalOf(what: Parameters<typeof enterRefusalOf>[1]): Promise<void> {
    return enterRefusalOf(this.#tools, what);
  }

  /** What has to be done every minute or so, and hangs on no moment. */
  async tick(): Promise<void> {
    await enterRefusals(this.#tools);
    await suspendDormant(this.#tools);
    await sweepLeftovers(this.#tools);
  }

  #secondStep(
    token: string,
    proof: secondStep.SecondStepProof,
  ): ReturnType<typeof secondStep.takeSecondStep> {
    return secondStep.takeSecondStep(this.#tools, this.#book, { token, proof });
  }
}
