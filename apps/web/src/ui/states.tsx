import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Problem } from '../api/problem.ts';
import type { Asked } from '../api/use-answer.ts';
import { Button, buttonClass } from './button.tsx';
import { messages } from './messages.ts';
import { Notice } from './notice.tsx';
import { Page } from './page.tsx';
import { ProblemWords } from './problem-words.tsx';

/** Shown until an answer is there; says after a while that it is still coming. */
export function Loading({ words = messages.loading }: { readonly words?: string }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 4000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className="flex min-h-24 items-center gap-3 text-solid-gray-700">
      <span
        aria-hidden="true"
        className="size-6 shrink-0 animate-spin rounded-full border-4 border-solid-gray-200 border-t-key-900"
      />
      {isLong ? messages.stillLoading : words}
    </div>
  );
}

/** Shown where there is nothing yet: what would stand here, and how to begin. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-8 border border-dashed border-solid-gray-420 p-6">
      <p className="text-std-16B-170">{title}</p>
      {children}
    </div>
  );
}

/** Shown where an answer could not be had: what happened and what to do. */
export function ErrorState({
  problem,
  retry,
}: {
  readonly problem: Problem;
  readonly retry?: () => void;
}) {
  return (
    <Notice kind="error" title={messages.failed}>
      <ProblemWords problem={problem} />
      <div className="flex flex-wrap gap-3">
        {problem.code === 'signed-out' ? (
          <Link to="/sign-in" className={buttonClass('solid')}>
            {messages.signIn}
          </Link>
        ) : (
          retry !== undefined && <Button onClick={retry}>{messages.retry}</Button>
        )}
      </div>
    </Notice>
  );
}

/** Shows an answer once it is there, and otherwise why it is not. */
export function Answered<T>({
  asked,
  children,
  title,
  loading = messages.loading,
}: {
  readonly asked: Asked<T>;
  readonly children: (value: T) => ReactNode;
  /** Heading of the screen while there is no answer to make it of; left out within a screen. */
  readonly title?: string;
  /** What is said while it is under way. */
  readonly loading?: string;
}) {
  if (asked.state === 'here')
    return <div aria-busy={asked.isRenewing}>{children(asked.value)}</div>;
  const instead =
    asked.state === 'loading' ? (
      <Loading words={loading} />
    ) : (
      <ErrorState problem={asked.problem} retry={asked.retry} />
    );
  return title === undefined ? instead : <Page title={title}>{instead}</Page>;
}
