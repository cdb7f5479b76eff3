import { spawn } from 'node:child_process';
import { chmod, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { type Certificates, createKeys } from '@kanribo/keys';
import { expect, test } from 'vitest';
import { inDirectory, runCli } from '../testing/run-cli.ts';

const program = join(import.meta.dirname, '..', 'main.ts');

/** Starts the server in a directory, and ends it as the system would. */
async function served(
  directory: string,
  use: (said: string) => Promise<void>,
): Promise<{ readonly exitCode: number | null; readonly complained: string }> {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
    cwd: directory,
    env: { PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, complained] = ['', ''];
  const listening = Promise.withResolvers<void>();
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (linkIn(said) !== '') listening.resolve();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  await Promise.race([listening.promise, ended]);
  try {
    await use(said);
  } finally {
    child.kill('SIGTERM');
  }
  return { exitCode: await ended, complained };
}

const linkIn = (said: string) => /\/set-up#([\w-]{43})/u.exec(said)?.[1] ?? '';

async function isUsable(origin: string, token: string): Promise<unknown> {
  const headers = { origin, 'x-kanribo': '1', 'content-type': 'application/json' };
  const body = JSON.stringify({ token });
  const answer = await fetch(`${origin}/api/v1/set-up/link`, { method: 'POST', headers, body });
  return answer.json();
}

test('SRV-24: the first start makes everything and prints a link; told to end, it ends', async () => {
  await inDirectory(async (directory) => {
    await chmod(directory, 0o711);
    const links: string[] = [];
    const first = await served(directory, async (said) => {
      const origin = /(http:\/\/localhost:\d+) で動いています/u.exec(said)?.[1] ?? '';
      links.push(linkIn(said));
      expect(await isUsable(origin, linkIn(said))).toEqual({ usable: true });
      expect(await isUsable(origin, 'x'.repeat(43))).toEqual({ usable: false });
    });
    expect(first.exitCode, first.complained).toBe(0);
    expect(first.complained).toContain('パスフレーズのない鍵を作りました');
    expect((await stat(join(directory, 'keys'))).mode & 0o077).toBe(0);
    const second = await served(directory, async (said) => {
      links.push(linkIn(said));
    });
    expect(second.exitCode, second.complained).toBe(0);
    expect(second.complained).not.toContain('鍵を作りました');
    expect(new Set(links).size).toBe(2);
  });
}, 120_000);

test('SRV-21: the command line does not serve others without TLS, and touches nothing', async () => {
  await inDirectory(async (directory) => {
    const refused = await runCli(['serve', '--host', '0.0.0.0'], { directory });
    expect(refused).toMatchObject({ exitCode: 1, printed: '' });
    expect(refused.complained).toContain('--tls-cert');
    await expect(stat(join(directory, 'data'))).rejects.toThrow('ENOENT');
    const half = await runCli(['serve', '--tls-cert', 'server.pem'], { directory });
    expect(half.exitCode).toBe(2);
  });
});

test('ACC-68: the command line does not serve with a list of passwords that is none, and touches nothing', async () => {
  await inDirectory(async (directory) => {
    await writeFile(join(directory, 'list.txt'), 'password\n');
    const refused = await runCli(['serve', '--breached-passwords', 'list.txt'], { directory });
    expect(refused).toMatchObject({ exitCode: 1, printed: '' });
    expect(refused.complained).toContain('Pwned Passwords');
    await expect(stat(join(directory, 'keys'))).rejects.toThrow('ENOENT');
  });
});

test('SRV-142: the command line asks for no devices without TLS, and touches nothing', async () => {
  await inDirectory(async (directory) => {
    const refused = await runCli(['serve', '--tls-client-ca', 'ca.pem'], { directory });
    expect(refused).toMatchObject({ exitCode: 2, printed: '' });
    expect(refused.complained).toContain('--tls-cert');
    await expect(stat(join(directory, 'keys'))).rejects.toThrow('ENOENT');
  });
});

/** Keys without a passphrase, with a certificate that was issued so many days ago. */
async function withCertificate(directory: string, days: number): Promise<Certificates> {
  const where = { directory: join(directory, 'keys'), protection: { kind: 'file' } } as const;
  const made = await createKeys(where);
  if (!made.ok) throw new Error(made.error.code);
  const now = new Date(Date.now() - days * 86_400_000);
  const { certificates } = made.value;
  const created = await certificates.create({ hosts: ['localhost'], now, replace: false });
  if (!created.ok) throw new Error(created.error.code);
  return certificates;
}

/** The status of an answer, to whoever trusts an authority alone. */
function statusBehind(origin: string, ca: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}/api/v1/session`, { ca }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });
}

test('SRV-53: the certificate of the keys directory is used, and its near end said', async () => {
  await inDirectory(async (directory) => {
    await chmod(directory, 0o711);
    const certificates = await withCertificate(directory, 380);
    const ended = await served(directory, async (said) => {
      const origin = /(https:\/\/localhost:\d+) で動いています/u.exec(said)?.[1] ?? '';
      const { authority = '' } = (await certificates.server()) ?? {};
      expect(await statusBehind(origin, authority)).toBe(200);
      // The authority comes along with the certificate, since devices are asked for one of it.
      const distrusted = { code: 'SELF_SIGNED_CERT_IN_CHAIN' };
      await expect(statusBehind(origin, '')).rejects.toMatchObject(distrusted);
    });
    expect(ended.exitCode, ended.complained).toBe(0);
    expect(ended.complained).toMatch(/期限が切れます（あと1\d日）.*kanribo keys tls renew/u);
  });
}, 120_000);

test('SRV-53: with a certificate that has ended the command says so, and touches nothing', async () => {
  await inDirectory(async (directory) => {
    const certificates = await withCertificate(directory, 400);
    const refused = await runCli(['serve', '--port', '0'], { directory });
    expect(refused).toMatchObject({ exitCode: 1, printed: '' });
    expect(refused.complained).toMatch(/期限.*過ぎているため.*kanribo keys tls renew/u);
    await expect(stat(join(directory, 'data'))).rejects.toThrow('ENOENT');
    expect(await certificates.issued()).toHaveLength(2);
  });
});
