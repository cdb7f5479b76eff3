import { declareCase } from '../engine/declare.ts';
import { count, evidence, oneOf, token } from '../engine/field.ts';

/** A paper printed from the register (印刷した書面): its SHA-256 and the size it was printed at. */
export const document = declareCase({
  name: 'document',
  preset: 'basics',
  title: '印刷した書面',
  duty: null,
  house: true,
  fields: {
    of: oneOf('対象の記録'),
    kind: token('書面の種類'),
    document: evidence('書面'),
    basisSize: count('検証の基準となる記録数', 0, Number.MAX_SAFE_INTEGER),
    pages: count('枚数', 1, 100_000),
  },
  steps: {
    rendered: {
      title: '印刷',
      from: ['new'],
      nature: 'fact',
      by: ['software', 'set-up', 'chief-officer', 'audit-officer', 'manager', 'handler'],
      required: ['kind', 'document', 'basisSize', 'pages'],
      optional: ['of'],
    },
  },
  final: ['rendered'],
  indexedBy: ['of'],
});
