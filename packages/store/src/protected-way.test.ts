import { expect, test } from 'vitest';
import { StoreFault } from './fault.ts';
import { demandProtectedWay } from './protected-way.ts';

function codeOf(url: string): string {
  try {
    demandProtectedWay(url);
    return 'taken';
  } catch (fault) {
    if (!(fault instanceof StoreFault)) throw fault;
    expect(fault.message).not.toContain('s3cret');
    return fault.code;
  }
}

const login = 'postgres://kanribo:s3cret@';

test.each([
  `${login}localhost/kanribo`,
  `${login}127.0.0.1:5433/kanribo`,
  `${login}[::1]/kanribo`,
  'postgres://kanribo:s3cret@/kanribo?host=/var/run/postgresql',
  `${login}db.office.lan/kanribo?sslmode=verify-full`,
  `${login}db.office.lan/kanribo?application_name=x&sslmode=verify-ca`,
])('STO-30: %s is a way nobody listens at', (url) => {
  expect(codeOf(url)).toBe('taken');
});

test.each([
  `${login}db.office.lan/kanribo`,
  `${login}192.168.1.5/kanribo`,
  `${login}127.0.0.1.evil.test/kanribo`,
  `${login}localhost/kanribo?host=db.office.lan`,
  `${login}db.office.lan/kanribo?sslmode=disable`,
  `${login}db.office.lan/kanribo?sslmode=prefer`,
  `${login}db.office.lan/kanribo?sslmode=require`,
  `${login}db.office.lan/kanribo?sslmode=no-verify`,
  `${login}db.office.lan/kanribo?sslmode=verify-full&sslmode=disable`,
  `${login}db.office.lan/kanribo?sslmode=verify-full&sslmode=no-verify`,
  `${login}db.office.lan/kanribo?note=sslmode=verify-full`,
  `${login}db.office.lan/kanribo?sslmode=verify-full&sslrootcert=/none/s3cret.pem`,
])('STO-30: %s is refused', (url) => {
  expect(codeOf(url)).toBe('connection-unprotected');
});
