import { existsSync } from 'node:fs';

/** Where the browser stands: Debian's, unless `CHROMIUM` says otherwise. */
export const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether there is a browser to test with; without one the tests say that they were skipped. */
export const hasBrowser = existsSync(executable);
