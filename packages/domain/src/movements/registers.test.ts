import { expect, test } from 'vitest';
import { caseOf, casesOf } from '../engine/contract.ts';
import { whereIs } from '../things/questions.ts';
import type { Life } from '../testing/life.ts';
import { handler, medium, paper, sendingOf, setUpContract } from '../testing/sample.ts';

function where(life: Life, thing: string): string {
  const found = caseOf(life.contract, thing);
  return found === undefined ? 'unknown' : whereIs(life.contract, found).status;
}

const status = (life: Life, id: string) => caseOf(life.contract, id)?.status;

test('DOM-10: a sending stands in both registers from one command, and its receipt closes both', () => {
  const life = setUpContract();
  const sent = life.takes('sending', 'sent', sendingOf([paper, medium]));
  expect(sent.events.slice(0, 2).map(({ declaration }) => declaration)).toEqual([
    'sending/sent@1',
    'take-out/taken@1',
  ]);
  const line = caseOf(life.contract, 'take-out-1');
  expect(line?.values).toMatchObject({ sending: 'sending-1', carrier: handler });
  expect(sent.events[1]?.particulars).toEqual({ contents: '申請書', purpose: '納品' });
  expect([where(life, paper), where(life, medium)]).toEqual(['out', 'out']);
  life.takes('sending', 'received', { receivedBy: '区 担当' }, { case: 'sending-1' });
  expect([status(life, 'sending-1'), status(life, 'take-out-1')]).toEqual([
    'received',
    'handed-to-client',
  ]);
  expect([where(life, paper), where(life, medium)]).toEqual(['ended', 'ended']);
});

test('DOM-10: a sending that comes back closes its take-out as returned', () => {
  const life = setUpContract();
  life.takes('sending', 'sent', sendingOf([paper]));
  life.on('2026-04-21 09:00');
  life.takes('sending', 'undelivered', { remarks: '宛所不明' }, { case: 'sending-1' });
  expect([status(life, 'sending-1'), status(life, 'take-out-1')]).toEqual([
    'undelivered',
    'returned',
  ]);
  expect(where(life, paper)).toBe('here');
  expect(life.standing('take-out-register', '2026-04-30').status).toBe('met');
});

test('DOM-10: what is against a clause about a sending is said in both registers, once', () => {
  const life = setUpContract().on('2026-04-24 09:00');
  const values = sendingOf([paper, medium], { method: 'courier', protection: 'none' });
  const { trackingNumber: _, ...untraced } = values;
  life.takes('sending', 'sent', untraced, { at: '2026-04-20 10:00' });
  const codes = [...casesOf(life.contract, 'deviation')].map(({ values: { of, code } }) => [
    of,
    code,
  ]);
  expect(codes.sort()).toEqual([
    ['sending-1', 'recorded-late'],
    ['sending-1', 'untraceable-sending'],
    ['take-out-1', 'media-unprotected'],
    ['take-out-1', 'paper-unprotected'],
    ['take-out-1', 'take-out-without-approval'],
  ]);
});
