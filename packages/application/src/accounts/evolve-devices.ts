import type { JsonObject } from '@kanribo/kernel';
import type { Recorded } from '../ledger/rules.ts';
import type { AccountsState } from './account-state.ts';
import { text } from './read-facts.ts';

/** The accounts after a device was registered by its certificate; registered anew, it is another. */
export function withDeviceRegistered(state: AccountsState, recorded: Recorded): AccountsState {
  const { facts, sequence, actor, recordedAt: since } = recorded;
  const certificate = text(facts, 'certificate');
  if (certificate === '') return state;
  const device = { certificate, sequence, by: actor, since, ended: null };
  return { ...state, devices: state.devices.set(certificate, device) };
}

/** The accounts after a device that is known by its certificate was ended. */
export function withDeviceEnded(
  state: AccountsState,
  { facts, sequence, recordedAt: at }: Recorded,
): AccountsState {
  const device = state.devices.get(text(facts, 'certificate'));
  if (device === undefined) return state;
  const ended = { ...device, ended: { sequence, at } };
  return { ...state, devices: state.devices.set(device.certificate, ended) };
}

/** The accounts after a sign-in, which may have come from a registered device. */
export function withDeviceUsed(state: AccountsState, facts: JsonObject): AccountsState {
  const certificate = text(facts, 'certificate');
  const account = state.accounts.get(text(facts, 'account'));
  const isRegistered = state.devices.get(certificate)?.ended === null;
  if (!isRegistered || account === undefined) return state;
  if (account.certificatesUsed.includes(certificate)) return state;
  const certificatesUsed = [...account.certificatesUsed, certificate];
  const accounts = state.accounts.set(account.id, { ...account, certificatesUsed });
  return { ...state, accounts };
}
