import { useRenewal } from '../api/use-answer.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { layoutMessages } from './messages.ts';

const { ended: messages } = layoutMessages;

/** Where a session ended over something typed: it stays, and one signs in beside it. */
export function SignInAgain({ isOpen }: { readonly isOpen: boolean }) {
  const renew = useRenewal();
  const goOn = () => void renew('session');
  return (
    <Dialog title={messages.title} isOpen={isOpen} onClose={goOn}>
      <p>{messages.lead}</p>
      <div className="flex flex-wrap gap-3">
        <a href="/sign-in" target="_blank" rel="noreferrer" className={buttonClass('solid')}>
          {messages.signIn}
        </a>
        <Button onClick={goOn}>{messages.goOn}</Button>
      </div>
    </Dialog>
  );
}
