import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { linkOf } from '../real/serving.ts';
import { launchSilent } from './silent-browser.ts';
import { prepareContract, printPaper } from './office.ts';
import { setUp, signIn } from './sign-in.ts';

const screens = [
  '',
  '/duty-map',
  '/registers',
  '/registers/place',
  '/filings',
  '/approvals',
  '/organisation',
  '/whereabouts',
  '/set-up',
] as const;

/** Starts the server, opens its pages, and says what it has seen; whatever fails is thrown. */
async function visit(directory: string, web: string): Promise<void> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), directory, web], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await launchSilent();
  try {
    const link = await linkOf(server);
    const page = await browser.newPage({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    const wrong: string[] = [];
    page.on('pageerror', (fault) => wrong.push(fault.message));
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== 'localhost') wrong.push(request.url());
    });
    const secret = await setUp(page, link);
    await signIn(page, new URL(link).origin, secret);
    await prepareContract(page);
    for (const screen of screens) await look(page, screen);
    const paper = await printPaper(page);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    process.stdout.write(`seen: ${screens.length} screens, a paper of ${paper} bytes\n`);
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    await once(server, 'close');
  }
}

async function look(page: Page, screen: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/contracts/office${screen}`);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const alerts = await page.getByRole('alert').allInnerTexts();
  if (alerts.length > 0) throw new Error(`${screen}: ${alerts.join(' ')}`);
}

const [, , directory = '', web = ''] = process.argv;
await visit(directory, web);
