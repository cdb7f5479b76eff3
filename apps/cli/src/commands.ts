import { administrator } from './commands/administrator.ts';
import { annex } from './commands/annex.ts';
import { backup } from './commands/backup.ts';
import { bench } from './commands/bench.ts';
import { doctor } from './commands/doctor.ts';
import { demo } from './commands/demo.ts';
import { exportBundle } from './commands/export.ts';
import { keys } from './commands/keys.ts';
import { keysTls } from './commands/keys-tls.ts';
import { print } from './commands/print.ts';
import { rebuild } from './commands/rebuild.ts';
import { restore } from './commands/restore.ts';
import { resume } from './commands/resume.ts';
import { serve } from './commands/serve.ts';
import { verify } from './commands/verify.ts';
import type { Command } from './terminal/command.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  serve,
  demo,
  annex,
  verify,
  print,
  exportBundle,
  rebuild,
  backup,
  restore,
  resume,
  administrator,
  keys,
  keysTls,
  doctor,
  bench,
];
