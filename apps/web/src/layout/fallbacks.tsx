import { Link } from '@tanstack/react-router';
import { Button, buttonClass } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { OpenFrame } from './frame.tsx';
import { layoutMessages } from './messages.ts';

/** An address nothing stands at. */
export function NotFound() {
  return (
    <OpenFrame>
      <Page title={layoutMessages.notFoundTitle} lead={layoutMessages.notFound}>
        <Link to="/" className={buttonClass('solid')}>
          {layoutMessages.home}
        </Link>
      </Page>
    </OpenFrame>
  );
}

/** A screen that broke while it was drawn, or whose code could not be fetched. */
export function Broken() {
  return (
    <OpenFrame>
      <Page title={layoutMessages.brokenTitle} lead={layoutMessages.broken}>
        <Button look="solid" onClick={() => location.reload()}>
          {layoutMessages.reload}
        </Button>
      </Page>
    </OpenFrame>
  );
}
