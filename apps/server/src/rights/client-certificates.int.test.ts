import { X509Certificate, createPrivateKey } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkedSettings } from '../http/checked-settings.ts';
import { testTls } from '../testing/certificate.ts';
import {
  type Device,
  DeviceBrowser,
  type DeviceOffice,
  certificatesSince,
  deviceOf,
  openDeviceOffice,
} from '../testing/device-office.ts';

let office: DeviceOffice;

beforeAll(async () => {
  office = await openDeviceOffice();
});

afterAll(async () => {
  await office?.close();
});

const connectionOf = async (device: Device = {}) =>
  (await new DeviceBrowser(office, device).get('/connection')).body;

test('SRV-140: a device with a certificate of the authority is known by it, also on a resumed connection', async () => {
  const { device, certificate } = await deviceOf(office.certificates, '受付 PC-01');
  const browser = new DeviceBrowser(office, device);
  const shown = { state: 'shown', subject: '端末 受付 PC-01', fingerprint: certificate };
  const first = await browser.get('/connection');
  expect([first.isResumed, first.body]).toMatchObject([false, { device: shown }]);
  const again = await browser.get('/connection');
  expect([again.isResumed, again.body]).toMatchObject([true, { device: shown }]);
});

test('SRV-140: who shows no certificate is served as before', async () => {
  expect(await connectionOf()).toMatchObject({ device: { state: 'none' } });
  const browser = await DeviceBrowser.signedIn(office, 'worker');
  expect((await browser.get('/session')).body).toMatchObject({ state: 'signed-in', device: null });
});

test('SRV-140: without an authority of devices no certificate is asked for', async () => {
  const { certificate, key } = office.tls;
  const alone = await openDeviceOffice({ tls: { certificate, key } });
  try {
    const { device } = await deviceOf(office.certificates, 'PC-02');
    const trusting = { ...alone, tls: office.tls };
    const { body } = await new DeviceBrowser(trusting, device).get('/connection');
    expect(body).toMatchObject({ device: { state: 'not-asked' } });
  } finally {
    await alone.close();
  }
});

test('SRV-141: a certificate of another authority counts as none, and is noted once', async () => {
  const foreign = await certificatesSince(0);
  const { device, certificate } = await deviceOf(foreign.certificates, '受付 PC-01');
  const before = office.opened.logged.length;
  for (let time = 0; time < 3; time += 1) {
    expect(await connectionOf(device)).toMatchObject({
      device: { state: 'refused', because: 'not-ours', fingerprint: certificate },
    });
  }
  const noted = office.opened.logged.slice(before);
  expect(noted).toHaveLength(1);
  expect(noted[0]).toMatch(new RegExp(`counts as none: not-ours ${certificate}$`, 'u'));
  expect(noted[0]).not.toContain('受付');
  await foreign.close();
});

test('SRV-141: a certificate that has ended counts as none, by our clock too', async () => {
  const ended = { device: { state: 'refused', because: 'ended' } };
  const old = await deviceOf(office.certificates, '古い PC', 4 * 365 - 2);
  expect(await connectionOf(old.device)).toMatchObject(ended);
  const ending = await deviceOf(office.certificates, '次に古い PC', 1092);
  expect(await connectionOf(ending.device)).toMatchObject({ device: { state: 'shown' } });
  office.opened.clock.advance(3 * 86_400_000);
  expect(await connectionOf(ending.device)).toMatchObject(ended);
});

test('SRV-141: the server’s own certificate, or one for servers, shown by a client counts as none', async () => {
  const { certificate: cert, key } = office.tls;
  expect(await connectionOf({ cert, key })).toMatchObject({
    device: { state: 'refused', because: 'other-purpose' },
  });
  const [, former] = await office.certificates.exported();
  const [der, pkcs8] = [former?.certificate ?? '', former?.key ?? ''];
  const old = {
    cert: new X509Certificate(Buffer.from(der, 'base64')).toString(),
    key: createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' }),
  };
  expect(
    await connectionOf({ ...old, key: old.key.export({ type: 'pkcs8', format: 'pem' }) }),
  ).toMatchObject({
    device: { state: 'refused', because: 'other-purpose' },
  });
  const self = { cert: testTls.certificate, key: testTls.key };
  const fingerprint = new X509Certificate(self.cert).fingerprint256.replaceAll(':', '');
  expect(await connectionOf(self)).toMatchObject({
    device: { state: 'refused', because: 'not-ours', fingerprint: fingerprint.toLowerCase() },
  });
});

test.each(['no certificate', testTls.key, ''])(
  'SRV-142: the server does not start with an authority of devices that is none: %#',
  (deviceAuthority) => {
    const settings = { host: '127.0.0.1', port: 0, tls: { ...testTls, deviceAuthority } };
    const refused = checkedSettings(settings, new Date());
    expect(refused).toMatchObject({ error: { code: 'certificate-malformed' } });
    expect(refused.ok ? '' : refused.error.sentence).toContain('--tls-client-ca');
  },
);

test('SRV-142: a certificate for servers is no authority of devices', () => {
  const tls = { ...office.tls, deviceAuthority: office.tls.certificate };
  expect(checkedSettings({ host: '127.0.0.1', port: 0, tls }, new Date()).ok).toBe(false);
  const good = { ...office.tls, deviceAuthority: office.tls.authority };
  expect(checkedSettings({ host: '127.0.0.1', port: 0, tls: good }, new Date()).ok).toBe(true);
});

test('ACC-64: a session’s cookie on another device, or without one, ends it', async () => {
  const own = await deviceOf(office.certificates, '窓口1');
  const other = await deviceOf(office.certificates, '窓口2');
  for (const taken of [other.device, {}]) {
    const browser = await DeviceBrowser.signedIn(office, 'worker', own.device);
    expect((await browser.get('/account')).status).toBe(200);
    browser.moveTo(taken);
    expect((await browser.get('/account')).status).toBe(401);
    browser.moveTo(own.device);
    expect((await browser.get('/account')).status).toBe(401);
  }
  const later = await DeviceBrowser.signedIn(office, 'worker', own.device);
  const { body } = await later.get('/account/history');
  expect(JSON.stringify(body)).toContain('account/device-differed@1');
});

test('ACC-63, ACC-66: a device is registered by its certificate, shown, and ended with its sessions', async () => {
  const { device, certificate } = await deviceOf(office.certificates, '窓口3');
  const admin = await DeviceBrowser.signedIn(office, 'administrator');
  const title = '窓口の端末3';
  expect((await admin.send('POST', '/devices', { certificate, title })).status).toBe(204);
  const worker = await DeviceBrowser.signedIn(office, 'worker', device);
  expect((await worker.get('/session')).body).toMatchObject({ device: title });
  expect((await worker.get('/connection')).body).toMatchObject({ device: { isRegistered: true } });
  const { body: sessions } = await worker.get('/account/sessions');
  expect(sessions).toHaveProperty(
    'sessions.0',
    expect.objectContaining({ isThis: true, device: title, certificate: '端末 窓口3' }),
  );
  const { body: history } = await worker.get('/account/history');
  expect(history).toHaveProperty(
    'events.0',
    expect.objectContaining({ event: 'account/signed-in@1', device: title }),
  );
  expect((await admin.get('/devices')).body).toMatchObject({
    isAsked: true,
    devices: [{ certificate, title, by: '管理 花子', endedAt: null }],
  });
  expect((await admin.send('DELETE', `/devices/${certificate}`)).status).toBe(204);
  expect((await worker.get('/session')).body).toMatchObject({ state: 'signed-out' });
  const anew = await DeviceBrowser.signedIn(office, 'worker', device);
  expect((await anew.get('/session')).body).toMatchObject({ state: 'signed-in', device: null });
});

test('ACC-63, SRV-28: a device is registered by certificate shortly after a proof only, and ended always', async () => {
  const { certificate } = await deviceOf(office.certificates, '窓口4');
  const admin = await DeviceBrowser.signedIn(office, 'administrator');
  const body = { certificate, title: '窓口の端末4' };
  await admin.send('POST', '/devices', body);
  office.opened.clock.advance(15 * 60_000 + 1_000);
  expect((await admin.send('POST', '/devices', body)).body).toMatchObject({
    code: 'reauthentication-needed',
  });
  expect((await admin.send('DELETE', `/devices/${certificate}`)).status).toBe(204);
});

test('ACC-67: an administrator with a registered device administers nowhere else, and is told so', async () => {
  const { device, certificate } = await deviceOf(office.certificates, '事務室');
  const admin = await DeviceBrowser.signedIn(office, 'administrator');
  await admin.send('POST', '/devices', { certificate, title: '事務室の端末' });
  const there = await DeviceBrowser.signedIn(office, 'administrator', device);
  const refused = await admin.get('/health');
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    403,
    expect.stringContaining('登録端末から行います'),
  ]);
  expect((await admin.get('/session')).body).toMatchObject({
    isAdministrator: false,
    administersElsewhere: true,
  });
  expect((await there.get('/health')).status).toBe(200);
  expect((await there.send('DELETE', `/devices/${certificate}`)).status).toBe(204);
  expect((await admin.get('/health')).status).toBe(200);
});
