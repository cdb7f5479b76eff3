import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { messages } from './messages.ts';

/** A link that was used, has run out, or never was one. */
export function Unusable({ title }: { readonly title: string }) {
  return (
    <Page title={title}>
      <Notice kind="warning" title={messages.unusable}>
        <p>{messages.unusableLead}</p>
      </Notice>
      <Link to="/sign-in" className={buttonClass('outline')}>
        {messages.toSignIn}
      </Link>
    </Page>
  );
}
