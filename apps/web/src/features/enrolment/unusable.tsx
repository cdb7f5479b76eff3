import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { messages } from './messages.ts';

/** A link that was used, has run out, or never was one. */
export function Unusable({
  title,
  remedy,
}: {
  readonly title: string;
  /** What to do about this kind of link. */
  readonly remedy: string;
}) {
  return (
    <Page title={title}>
      <Notice kind="warning" title={messages.unusable}>
        <p>{remedy}</p>
      </Notice>
      <ToSignIn />
    </Page>
  );
}

/** An address without its token: cut off, or of a page that was loaded anew. */
export function WithoutToken({ title }: { readonly title: string }) {
  return (
    <Page title={title}>
      <Notice kind="warning" title={messages.noToken}>
        <p>{messages.noTokenLead}</p>
        <p>{messages.noTokenDone}</p>
      </Notice>
      <ToSignIn />
    </Page>
  );
}

function ToSignIn() {
  return (
    <Link to="/sign-in" className={buttonClass('outline')}>
      {messages.toSignIn}
    </Link>
  );
}
