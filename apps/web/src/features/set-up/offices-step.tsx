import { Section } from '../../ui/page.tsx';
import { Appointing } from '../organisation/appointing.tsx';
import { OfficeTimeline } from '../organisation/office-timeline.tsx';
import { messages } from './messages.ts';
import type { StepProps } from './step-props.ts';

const { offices: words } = messages;

/** Who holds the offices of clauses 6 to 9. */
export function OfficesStep({ contract, declarations, registers }: StepProps) {
  return (
    <div className="flex flex-col gap-8">
      <OfficeTimeline {...{ contract, registers }} />
      <Section title={words.title} isForScreen>
        <p>{words.lead}</p>
        <Appointing {...{ contract, declarations, registers }} />
      </Section>
    </div>
  );
}
