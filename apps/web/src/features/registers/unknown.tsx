import { Page } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { messages } from './messages.ts';

/** An address of a register this release does not declare. */
export function Unknown() {
  return (
    <Page title={messages.registers.title}>
      <Empty title={messages.unknown} />
    </Page>
  );
}
