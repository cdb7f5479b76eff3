export { doneResting, restingOnMail, restingOnRecipient } from './approvals/ended-word.ts';
export {
  type Difference,
  type OutThing,
  type Reconciliation,
  reconciliation,
} from './reconciliation.ts';
