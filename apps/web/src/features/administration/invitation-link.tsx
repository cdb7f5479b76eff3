import { linkPath } from '@kanribo/api';
import { Notice } from '../../ui/notice.tsx';
import { messages } from './messages.ts';

/** The link that begins an account, shown once. */
export function InvitationLink({ token, name }: { readonly token: string; readonly name: string }) {
  return (
    <Notice kind="warning" title={messages.link(name)}>
      <p>{messages.linkLead}</p>
      <p className="font-mono text-mono-16N-150 break-all select-all">
        {`${location.origin}${linkPath('invitation', token)}`}
      </p>
    </Notice>
  );
}
