import { readSync } from 'node:fs';

// The parent holds the other end of standard input and never writes: the read returns only when
// the parent has ended, however it ended.
try {
  readSync(0, new Uint8Array(1));
} finally {
  process.kill(process.pid, 'SIGKILL');
}
