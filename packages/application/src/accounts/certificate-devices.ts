import { type Moment, type Result, err, ok } from '@kanribo/kernel';
import { accountDeclarations as declared } from './account-facts.ts';
import type { AccountNameBook } from './account-names.ts';
import { isLastAdministrator } from './account-state.ts';
import { type Done, isStill } from './deeds.ts';
import { type ShownDevice, shownDevice } from './devices.ts';
import { isName } from './links.ts';
import type { ShownCertificate, StoredSession } from './ports.ts';
import type { DeedRefusal } from './refusals.ts';
import type { FullSession } from './sessions.ts';
import { type AccountsTools, currentAccounts, record } from './tools.ts';

/** A device that is known by its TLS client certificate, as administrators see it. */
export interface ListedDevice extends ShownDevice {
  /** SHA-256 of the certificate in lower-case hex. */
  readonly certificate: string;
  /** When it was ended; null while it is registered. */
  readonly endedAt: Moment | null;
}

/** Whose deed it is, and about which certificate. */
interface CertificateDeed {
  readonly by: FullSession;
  readonly certificate: string;
}

/** All devices that are or were known by a certificate, the one registered last first. */
export async function certificateDevices(
  tools: AccountsTools,
  book: AccountNameBook,
): Promise<readonly ListedDevice[]> {
  const { state } = await currentAccounts(tools);
  const devices = [...state.devices.values()].sort((one, other) => other.sequence - one.sequence);
  const listed: ListedDevice[] = [];
  for (const device of devices) {
    const { certificate, ended } = device;
    const shown = await shownDevice(tools, book, device);
    listed.push({ ...shown, certificate, endedAt: ended?.at ?? null });
  }
  return listed;
}

/**
 * Registers the device that shows a certificate, whoever sits at it: an administrator's deed, and
 * for the device one sits at only while no other administrator could do it.
 */
export async function registerCertificate(
  tools: AccountsTools,
  { by, certificate, title }: CertificateDeed & { readonly title: string },
): Promise<Done<undefined>> {
  if (!by.isAdministrator) return err({ code: 'not-allowed' });
  if (!isName(title)) return err({ code: 'device-title-unfit' });
  const recorded = await record<DeedRefusal>(tools, by.account, (state) => {
    if (!isStill(state, by)) return err({ code: 'not-allowed' });
    const isOwn = by.certificate?.fingerprint === certificate;
    if (isOwn && !isLastAdministrator(state, by.account)) {
      return err({ code: 'second-person-needed' });
    }
    if (state.devices.get(certificate)?.ended === null) return err({ code: 'device-registered' });
    const facts = { certificate };
    return ok([{ declaration: declared.certificateRegistered, facts, particulars: { title } }]);
  });
  return recorded.ok ? ok(undefined) : recorded;
}

/** Ends a device that is known by its certificate, and with it the sessions that came from it. */
export async function endCertificate(
  tools: AccountsTools,
  { by, certificate }: CertificateDeed,
): Promise<Done<undefined>> {
  if (!by.isAdministrator) return err({ code: 'not-allowed' });
  const recorded = await record<DeedRefusal>(tools, by.account, (state) => {
    if (!isStill(state, by)) return err({ code: 'not-allowed' });
    if (state.devices.get(certificate)?.ended !== null) return err({ code: 'device-unknown' });
    return ok([{ declaration: declared.certificateEnded, facts: { certificate } }]);
  });
  return recorded.ok ? ok(undefined) : recorded;
}

/** Whether a request shows another certificate than its session began with, or none, or one anew. */
export const isFromElsewhere = (
  { certificate }: Pick<StoredSession, 'certificate'>,
  shown: ShownCertificate | null,
): boolean => certificate?.fingerprint !== shown?.fingerprint;

/** Ends a session whose request came from elsewhere; the row goes before the entry says so. */
export async function endFromElsewhere(
  tools: AccountsTools,
  stored: StoredSession,
  shown: ShownCertificate | null,
): Promise<void> {
  const isGone = (await tools.store.dropSessions([stored.id])) === 0;
  if (isGone || stored.kind !== 'full') return;
  const { account, certificate } = stored;
  const facts = {
    account,
    began: certificate?.fingerprint ?? null,
    came: shown?.fingerprint ?? null,
  };
  const entry = { declaration: declared.deviceDiffered, facts };
  await record(tools, 'software', (): Result<readonly [typeof entry], never> => ok([entry]));
}
