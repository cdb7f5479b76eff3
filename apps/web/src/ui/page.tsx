import { type ReactNode, useEffect, useRef } from 'react';
import { layoutMessages } from '../layout/messages.ts';
import { usePaperHead } from './paper.ts';

/**
 * One screen: its title is the first heading, the title of the window, and what is read out on
 * arrival.
 */
export function Page({
  title,
  lead,
  actions,
  children,
}: {
  readonly title: string;
  /** What this screen is for, in a sentence or two. */
  readonly lead?: ReactNode;
  /** What can be done with the whole of it. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  usePaperHead('--paper-screen', title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title}｜${layoutMessages.product}`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <h1 ref={heading} tabIndex={-1} className="text-std-28B-150 text-solid-gray-900">
            {title}
          </h1>
          {actions !== undefined && (
            <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>
          )}
        </div>
        {lead !== undefined && <div className="max-w-4xl text-std-16N-170">{lead}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a screen under a heading of its own. */
export function Section({
  id,
  title,
  children,
  aside,
  isForScreen = false,
}: {
  /** Where links within the page lead. */
  readonly id?: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly aside?: ReactNode;
  /** Nothing but what is filled in or pressed stands in it, so that paper does without it. */
  readonly isForScreen?: boolean;
}) {
  return (
    <section id={id} className={`flex flex-col gap-3 ${isForScreen ? 'print:hidden' : ''}`}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-std-20B-150 text-solid-gray-900">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
