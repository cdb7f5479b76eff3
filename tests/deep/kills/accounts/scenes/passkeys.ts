import type { FullSession } from '@kanribo/application';
import { valueOf } from '@kanribo/application/testing';
import { answerOf } from '../accounts-office.ts';
import { listedOf } from '../observe.ts';
import type { Play } from '../play.ts';

/** Adds a passkey, all other sessions ending with it, and goes on under the new session. */
async function addsPasskey(play: Play, passkey: string): Promise<void> {
  const { accounts } = play.office;
  const session = await play.signsIn();
  const { passkeys } = play.standing;
  await play.does(
    'adds a passkey',
    {
      enters: ['factor-added', 'sessions-ended'],
      makes: { passkeys: [...passkeys, passkey], sessions: [] },
    },
    async () => {
      const options = valueOf(await accounts.beginPasskey(session));
      const answer = answerOf(play.office, options, passkey);
      return valueOf(
        await accounts.addPasskey(session, { answer, label: passkey, endOthers: true }),
      );
    },
    ({ token = '' }) => ({ sessions: [token] }),
  );
}

/** The id a passkey is kept under. */
async function factorOf({ office, by, who }: Play, passkey: string): Promise<string> {
  const listed = await listedOf(office, by, who);
  return listed?.passkeys.find(({ label }) => label === passkey)?.id ?? '';
}

const without = (names: readonly string[], gone: string): readonly string[] =>
  names.filter((name) => name !== gone);

async function removesPasskey(play: Play, session: FullSession, passkey: string): Promise<void> {
  const { accounts } = play.office;
  const factor = await factorOf(play, passkey);
  const { passkeys, devices } = play.standing;
  await play.does(
    'removes a passkey',
    {
      enters: ['factor-removed'],
      makes: { passkeys: without(passkeys, passkey), devices: without(devices, passkey) },
    },
    async () => valueOf(await accounts.removeFactor(session, { factor })),
  );
}

/** Adds a passkey, signs in by it, proves anew by it who it is, and takes it away. */
export async function passkeys(play: Play): Promise<void> {
  const { accounts } = play.office;
  const name = nextName(play);
  await addsPasskey(play, name);
  const session = await play.signsIn({ ...play.person, secret: '', passkey: name });
  const former = play.standing.sessions.slice(0, -1);
  let token = '';
  await play.does(
    'proves anew by a passkey',
    { enters: ['reauthenticated'], makes: { sessions: former } },
    async () => {
      const options = valueOf(await accounts.reauthenticationPasskeyOptions(session));
      const second = { kind: 'passkey', answer: answerOf(play.office, options, name) } as const;
      const { password } = play.standing;
      return valueOf(await accounts.reauthenticate(session, { password, second }));
    },
    (answer) => {
      ({ token } = answer);
      return { sessions: [...former, token] };
    },
  );
  const now = await accounts.session(token);
  if (now?.kind === 'full') await removesPasskey(play, now, name);
}

/** Has the device of a passkey registered and ended, and registered until the passkey goes. */
export async function devices(play: Play): Promise<void> {
  const { accounts } = play.office;
  const name = nextName(play);
  await addsPasskey(play, name);
  const what = { by: play.by, account: play.standing.account, passkey: await factorOf(play, name) };
  const before = play.standing.devices;
  const registers = () =>
    play.administers(
      'has a device registered',
      { enters: ['device-registered'], makes: { devices: [...before, name] } },
      () => accounts.registerDevice({ ...what, title: '窓口の端末' }),
    );
  await registers();
  await play.administers(
    'has the device ended',
    { enters: ['device-removed'], makes: { devices: before } },
    () => accounts.removeDevice(what),
  );
  await registers();
  await removesPasskey(play, await play.signsIn(), name);
}

/** A passkey's name, which none of the account's had. */
const nextName = ({ who, standing: { passkeys: known } }: Play): string =>
  `key-${who}-${known.length}`;
