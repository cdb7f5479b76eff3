import { textOf } from '@kanribo/domain';
import { useState } from 'react';
import { type AnswerOf, call } from '../../api/call.ts';
import { useDeed } from '../../api/use-deed.ts';
import { linesOf } from '../../api/use-registers.ts';
import { Button } from '../../ui/button.tsx';
import { EraDay } from '../../ui/era-day.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { AnnexAdoption } from './annex-adoption.tsx';
import { AnnexInput } from './annex-input.tsx';
import { AnnexReading } from './annex-reading.tsx';
import { messages } from './messages.ts';
import type { StepProps } from './step-props.ts';

const { annex: words } = messages;

interface Read {
  readonly text: string;
  readonly reading: AnswerOf<'readAnnex'>;
}

/** The annex's text is read, what was understood is confirmed, and the annex is adopted. */
export function AnnexStep({ contract, declarations, registers }: StepProps) {
  const adopted = linesOf(registers, 'annex')[0];
  const declaration = declarations.find(({ name }) => name === 'annex');
  const profiles = declaration?.fields.find(({ name }) => name === 'profile')?.options ?? {};
  const [isAgain, setAgain] = useState(false);
  const [profile, setProfile] = useState(() => Object.keys(profiles)[0] ?? '');
  const [read, setRead] = useState<Read>();
  const reading = useDeed((text: string) =>
    call('readAnnex', { params: { contract }, body: { text } }),
  );
  const begin = async (text: string) => {
    setRead(undefined);
    const answered = await reading.run(text);
    if (answered !== undefined) setRead({ text, reading: answered });
  };
  if (adopted !== undefined && !isAgain) {
    return (
      <Notice kind="success" title={words.adopted} isLive={false}>
        <p>
          {`${words.adoptedFrom}：`}
          <EraDay day={textOf(adopted.values, 'from') ?? ''} />
        </p>
        <p>{`${words.profile}：${profiles[textOf(adopted.values, 'profile') ?? ''] ?? ''}`}</p>
        <Button className="self-start" onClick={() => setAgain(true)}>
          {words.again}
        </Button>
      </Notice>
    );
  }
  return (
    <Section title={words.title}>
      <p>{words.lead}</p>
      <AnnexInput isReading={reading.isUnderWay} onRead={(text) => void begin(text)} />
      <ProblemNotice problem={reading.problem} title={words.unread} />
      {read !== undefined && (
        <div className="flex flex-col gap-8 pt-5">
          <AnnexReading reading={read.reading} profile={profile} />
          <AnnexAdoption
            {...{ contract, profiles, profile, onProfile: setProfile }}
            text={read.text}
            onAdopted={() => {
              setRead(undefined);
              setAgain(false);
            }}
          />
        </div>
      )}
    </Section>
  );
}
