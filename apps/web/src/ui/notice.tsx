import type { ReactNode } from 'react';
import { Sign, type SignName } from './sign.tsx';

const looks = {
  information: { sign: 'information', frame: 'border-key-900', mark: 'text-key-900' },
  success: { sign: 'done', frame: 'border-success-2', mark: 'text-success-2' },
  warning: { sign: 'warning', frame: 'border-warning-orange-2', mark: 'text-warning-orange-2' },
  error: { sign: 'stop', frame: 'border-error-2', mark: 'text-error-2' },
} as const satisfies Record<string, { sign: SignName; frame: string; mark: string }>;

/** What kind of thing is said. */
export type NoticeKind = keyof typeof looks;

/** Something a person must not overlook; errors are read out at once, the rest politely. */
export function Notice({
  kind,
  title,
  children,
  isLive = true,
}: {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly children?: ReactNode;
  /** False for what stood there from the beginning. */
  readonly isLive?: boolean;
}) {
  const { sign, frame, mark } = looks[kind];
  const role = kind === 'error' ? 'alert' : 'status';
  return (
    <div
      {...(isLive && { role })}
      className={`flex gap-3 rounded-8 border-2 bg-white p-4 ${frame}`}
    >
      <Sign name={sign} className={`mt-0.5 size-6 shrink-0 ${mark}`} />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <p className="text-std-16B-170">{title}</p>
        {children}
      </div>
    </div>
  );
}
