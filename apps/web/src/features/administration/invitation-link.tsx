import { linkPath } from '@kanribo/api';
import { Notice } from '../../ui/notice.tsx';
import { messages } from './messages.ts';

/** The link that begins an account, shown once. */
export function InvitationLink({ token }: { readonly token: string }) {
  return (
    <Notice kind="warning" title={messages.link}>
      <p>{messages.linkLead}</p>
      <p className="text-mono-16N-150 break-all select-all">
        {`${location.origin}${linkPath('invitation', token)}`}
      </p>
    </Notice>
  );
}
