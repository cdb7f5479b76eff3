import type { AnswerOf } from '../api/call.ts';
import type { SignName } from './sign.tsx';

/** How a duty stands. */
export type StandingStatus = AnswerOf<'dutyMap'>['standings'][number]['status'];

/** What each standing is called, how it looks, and its sign: never told by colour alone. */
export const standingWords = {
  breached: {
    label: '違反あり',
    sign: 'stop',
    look: 'bg-red-50 text-red-1000 border-red-1000',
  },
  overdue: {
    label: '期限超過',
    sign: 'warning',
    look: 'bg-orange-50 text-orange-1000 border-orange-1000',
  },
  due: {
    label: '期限あり',
    sign: 'clock',
    look: 'bg-yellow-50 text-yellow-1200 border-yellow-1200',
  },
  met: {
    label: '満たしている',
    sign: 'done',
    look: 'bg-green-50 text-green-900 border-green-900',
  },
  'not-yet': {
    label: 'これから',
    sign: 'circle',
    look: 'bg-white text-solid-gray-800 border-solid-gray-600',
  },
  'not-applicable': {
    label: '該当なし',
    sign: 'minus',
    look: 'bg-solid-gray-50 text-solid-gray-800 border-solid-gray-600',
  },
  'not-watched': {
    label: 'システム未確認',
    sign: 'dashed',
    look: 'bg-solid-gray-50 text-solid-gray-800 border-solid-gray-420',
  },
} as const satisfies Record<
  StandingStatus,
  { readonly label: string; readonly sign: SignName; readonly look: string }
>;

/** The standings in the order of how urgent they are. */
export const standingOrder: readonly StandingStatus[] = [
  'breached',
  'overdue',
  'due',
  'not-yet',
  'met',
  'not-applicable',
  'not-watched',
];

/** The worst of several standings; what is merely named counts least. */
export function worstStanding(statuses: readonly StandingStatus[]): StandingStatus {
  const order: readonly StandingStatus[] = [
    'breached',
    'overdue',
    'due',
    'met',
    'not-yet',
    'not-applicable',
    'not-watched',
  ];
  return order.find((status) => statuses.includes(status)) ?? 'not-watched';
}
