import { BareRealm } from './bare-realm.ts';
import { bundleFrom, gather, sourceOf } from './memory-bundle.ts';
import { document, sampleRegister, scan } from './sample-contract.ts';
import { sha256, sha256Stream, verifySignature } from './tools.ts';

// Run by a test as a process of its own: prints what the verifier answers in a bare realm.
const realm = new BareRealm();
const { verify } = await realm.evidence();
const log = sampleRegister(300);
const files = await gather(bundleFrom([log.content()], [scan, document]));
const options = { sha256, sha256Stream, verifySignature, key: log.verifierKey };
const whole = await verify(sourceOf(files), options);
const entries = files.get('register/entries.jsonl') ?? new Uint8Array(0);
files.set(
  'register/entries.jsonl',
  entries.map((byte, at) => (at === 50 ? byte ^ 1 : byte)),
);
const changed = await verify(sourceOf(files), options);
const absent = ['process', 'Buffer', 'require', 'crypto', 'setTimeout', 'fetch', 'document'];
const present = absent.filter((name) => realm.run(`typeof ${name}`) !== 'undefined');
process.stdout.write(JSON.stringify({ whole, changed, present }));
