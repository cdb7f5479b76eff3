import { expect, test } from 'vitest';
import { messages } from './messages.ts';
import {
  type Connection,
  type ConnectionFault,
  type Reached,
  arePasskeysPossible,
  faultsOf,
  isLoopback,
  plainHost,
} from './reached.ts';
import { remedyOf } from './remedy.ts';

const certificate = {
  names: ['kanribo.lan', '192.168.1.10', 'fd00::a'],
  from: '2026-11-22T00:00:00.000Z',
  to: '2027-12-24T00:00:00.000Z',
  issuer: 'Kanribo CA 00000000',
  isOwn: true,
};
const server: Connection = {
  passkeyHost: 'kanribo.lan',
  certificate,
  device: { state: 'not-asked' },
  serverTime: '2026-11-23T00:00:00.000Z',
};
const good: Reached = {
  host: 'kanribo.lan',
  isSecure: true,
  knowsPasskeys: true,
  trust: 'trusted',
};

test('WEB-75: reached by its name and trusted, nothing is wrong and passkeys are possible', () => {
  expect(faultsOf(server, good)).toEqual([]);
  expect(faultsOf(server, { ...good, trust: 'unknown' })).toEqual([]);
  const plain = { ...server, passkeyHost: 'localhost', certificate: null };
  expect(faultsOf(plain, { ...good, host: 'localhost', trust: 'unknown' })).toEqual([]);
  expect(arePasskeysPossible([])).toBe(true);
});

test.each<[ConnectionFault, Partial<Connection>, Partial<Reached>, string]>([
  ['ended', { serverTime: certificate.to }, {}, 'kanribo keys tls renew'],
  ['untrusted', {}, { trust: 'untrusted' }, 'kanribo keys tls export'],
  ['nameless', { passkeyHost: null }, { host: '192.168.1.10' }, 'kanribo keys tls create'],
  ['not-the-passkey-host', {}, { host: '192.168.1.10' }, 'https://kanribo.lan:8443 で'],
  ['not-the-passkey-host', {}, { host: 'fd00::a' }, 'https://kanribo.lan:8443 で'],
  ['insecure', {}, { isSecure: false }, 'https://'],
  ['no-passkeys', {}, { knowsPasskeys: false }, '認証アプリ'],
])('WEB-75: %s is told with what to do, and passkeys are not possible', (fault, ...given) => {
  const [told, browser, way] = given;
  const found = faultsOf({ ...server, ...told }, { ...good, ...browser });
  expect(found).toEqual([fault]);
  expect(arePasskeysPossible(found)).toBe(false);
  expect(messages.faults[fault]).not.toBe('');
  expect(remedyOf(fault, server, '8443')).toContain(way);
});

test('WEB-75: a name that the certificate is not for is told apart from one that passkeys are not for', () => {
  const found = faultsOf(server, { ...good, host: 'localhost' });
  expect(found).toEqual(['other-name', 'not-the-passkey-host']);
  expect(remedyOf('other-name', server, '')).toContain('kanribo.lan、192.168.1.10');
});

test('WEB-75: an end within 30 days is told, by whose certificate it is, and keeps nobody from passkeys', () => {
  const at = (serverTime: string) => faultsOf({ ...server, serverTime }, good);
  expect(at('2027-11-23T00:00:00.000Z')).toEqual([]);
  expect(at('2027-11-23T00:00:00.001Z')).toEqual(['ending-soon']);
  expect(arePasskeysPossible(['ending-soon'])).toBe(true);
  const given = { ...server, certificate: { ...certificate, isOwn: false } };
  expect(remedyOf('ending-soon', server, '')).toContain('kanribo keys tls renew');
  expect(remedyOf('ending-soon', given, '')).toContain('--tls-cert');
});

test('WEB-75: loopback is told by its names alone', () => {
  for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1']) {
    expect([host, isLoopback(host)]).toEqual([host, true]);
  }
  for (const host of ['kanribo.lan', '192.168.1.10', '127.0.0.1.evil.test', 'fd00::a']) {
    expect([host, isLoopback(host)]).toEqual([host, false]);
  }
  expect([plainHost('[::1]'), plainHost('kanribo.lan')]).toEqual(['::1', 'kanribo.lan']);
});
