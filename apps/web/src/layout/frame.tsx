import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Session } from '../api/use-session.ts';
import { SkipLink } from '../ui/skip-link.tsx';
import { layoutMessages } from './messages.ts';
import { usePaperHead, usePrintedMoment } from '../ui/paper.ts';
import { SignInNews } from './sign-in-news.tsx';
import { SignOut } from './sign-out.tsx';

type SignedInSession = Extract<Session, { state: 'signed-in' }>;

/** The header, the navigation at the side and the place of the screen itself. */
export function Frame({
  session,
  contractTitle,
  navigation,
  children,
}: {
  readonly session: SignedInSession;
  readonly contractTitle?: string;
  readonly navigation?: ReactNode;
  readonly children: ReactNode;
}) {
  usePaperHead('--paper-contract', contractTitle ?? layoutMessages.product);
  usePrintedMoment();
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b border-solid-gray-300 bg-white">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-6 py-2 print:px-0">
          <Product />
          {contractTitle !== undefined && (
            <p className="min-w-0 flex-1 text-dns-16N-130">
              <span className="sr-only">{`${layoutMessages.contract}：`}</span>
              {contractTitle}
            </p>
          )}
          <div className="ms-auto flex flex-wrap items-center gap-x-5 gap-y-1 print:hidden">
            <Link to="/contracts" activeOptions={{ exact: true }} className={headerLink}>
              {layoutMessages.choose}
            </Link>
            <Link to="/administration" className={headerLink}>
              {layoutMessages.administration}
            </Link>
            <Link to="/account" className={headerLink}>
              <span className="sr-only">{`${layoutMessages.account}：`}</span>
              {session.displayName}
            </Link>
            <SignOut />
          </div>
        </div>
      </header>
      <div className="flex flex-1 flex-col md:flex-row">
        {navigation !== undefined && (
          <div className="shrink-0 border-solid-gray-200 px-3 py-5 max-md:border-b md:w-60 md:border-e print:hidden">
            {navigation}
          </div>
        )}
        <main
          id="main"
          tabIndex={-1}
          className={`w-full min-w-0 flex-1 px-6 py-8 lg:px-10 print:px-0 print:pt-4 print:pb-0 ${navigation === undefined ? 'mx-auto max-w-[84rem]' : 'max-w-[100rem]'}`}
        >
          <SignInNews />
          {children}
        </main>
      </div>
    </div>
  );
}

const headerLink =
  'inline-flex min-h-11 items-center text-oln-16N-100 text-key-900 underline underline-offset-4';

/** The product's mark and name. */
function Product() {
  return (
    <span className="flex items-center gap-2 text-std-20B-150 text-solid-gray-900">
      <img src="/mark.svg" alt="" className="size-7" />
      {layoutMessages.product}
    </span>
  );
}

/** The frame of screens that nobody is signed in for. */
export function OpenFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-solid-gray-50">
      <SkipLink />
      <header className="border-b border-solid-gray-300 bg-white px-6 py-3">
        <Product />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-2xl flex-1 px-4 py-10 print:p-4"
      >
        <div className="rounded-12 border border-solid-gray-300 bg-white p-6 sm:p-10">
          {children}
        </div>
      </main>
    </div>
  );
}
