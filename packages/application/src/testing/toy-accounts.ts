import {
  type JsonObject,
  type Result,
  type Table,
  emptyTable,
  err,
  isJsonObject,
  ok,
} from '@kanribo/kernel';
import type { Context, Decision, DecidedEvent, FoldRules, Recorded } from '../ledger/rules.ts';

/** A small domain for tests: accounts that are paid into and out of, never below nothing. */
export interface Accounts {
  readonly balances: Table<number>;
  /** Sequences of all its entries in order. */
  readonly sequences: readonly number[];
}

/** `notes` are written beside the entries; `times` makes one command leave several entries. */
export interface Payment {
  readonly account: string;
  readonly amount: number;
  readonly note?: string;
  readonly times?: number;
  /** A reference to evidence. */
  readonly scan?: string;
}

/** Why a payment is not made. */
export interface PaymentRefusal {
  readonly code: 'not-enough';
  readonly duty: string;
  readonly balance: number;
}

/** Large payments are warned about. */
export type PaymentWarning = 'large';

/** Pays in, or out where the amount is negative, unless there is not enough. */
export function decidePayment(
  accounts: Accounts,
  payment: Payment,
  _context: Context,
): Result<Decision<PaymentWarning>, PaymentRefusal> {
  const times = payment.times ?? 1;
  const balance = balanceOf(accounts, payment.account);
  if (balance + payment.amount * times < 0) {
    return err({ code: 'not-enough', duty: 'take-out-approval', balance });
  }
  const event: DecidedEvent = {
    declaration: 'accounts/paid@1',
    duties: ['take-out-register'],
    facts: {
      account: payment.account,
      amount: payment.amount,
      ...(payment.scan !== undefined && { scan: payment.scan }),
    },
    particulars: payment.note === undefined ? null : { note: payment.note },
  };
  const events = Array.from({ length: times }, () => event);
  return ok({ subject: payment.account, events, warnings: warningsOf(event.facts) });
}

/** What is in an account. */
export function balanceOf(accounts: Accounts, account: string): number {
  return accounts.balances.get(account) ?? 0;
}

/** How the accounts are folded. */
export const accountRules: FoldRules<Accounts, PaymentWarning> = {
  empty: () => ({ balances: emptyTable(), sequences: [] }),
  evolve(accounts, { declaration, facts, sequence }) {
    const sequences = [...accounts.sequences, sequence];
    if (declaration !== 'accounts/paid@1') return { ...accounts, sequences };
    const { account, amount } = facts;
    if (typeof account !== 'string' || typeof amount !== 'number') return accounts;
    const balances = accounts.balances.set(account, balanceOf(accounts, account) + amount);
    return { balances, sequences };
  },
  cite: () => '20(5)',
  recall: ([first]: readonly Recorded[]) => ({
    subject: textOf(first?.facts, 'account'),
    warnings: warningsOf(first?.facts),
  }),
};

function warningsOf(facts: JsonObject | undefined): readonly PaymentWarning[] {
  const amount = facts?.['amount'];
  return typeof amount === 'number' && amount > 1000 ? ['large'] : [];
}

function textOf(facts: JsonObject | undefined, name: string): string {
  const text = isJsonObject(facts) ? facts[name] : undefined;
  return typeof text === 'string' ? text : '';
}
