export {
  type Difference,
  type OutThing,
  type Reconciliation,
  reconciliation,
} from './reconciliation.ts';
