export {
  type Difference,
  type KindBalance,
  type OutThing,
  type Reconciliation,
  reconciliation,
} from './reconciliation.ts';
