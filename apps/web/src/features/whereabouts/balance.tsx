import { thingStateTitles } from '@kanribo/api';
import type { AnswerOf } from '../../api/call.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { messages } from './messages.ts';

/** What came in against what is here, out and gone: it must add up. */
export function Balance({
  balance: { created, here, out, ended },
}: {
  readonly balance: AnswerOf<'whereabouts'>['balance'];
}) {
  const isEven = created === here + out + ended;
  return (
    <Section title={messages.balance}>
      <dl className="flex flex-wrap items-stretch gap-2">
        <Count title={messages.created} count={created} />
        <Count sign="＝" title={thingStateTitles.here} count={here} />
        <Count sign="＋" title={thingStateTitles.out} count={out} />
        <Count sign="＋" title={thingStateTitles.ended} count={ended} />
      </dl>
      <Notice
        kind={isEven ? 'success' : 'error'}
        title={isEven ? messages.adds : messages.differs}
        isLive={false}
      />
    </Section>
  );
}

function Count({
  title,
  count,
  sign,
}: {
  readonly title: string;
  readonly count: number;
  readonly sign?: string;
}) {
  return (
    <div
      data-sign={sign}
      className="flex items-center gap-2 before:text-std-20B-150 before:content-[attr(data-sign)]"
    >
      <dt className="order-2 -me-2 min-w-36 rounded-s-8 border border-e-0 border-solid-gray-420 px-3 py-3 text-dns-14N-130">
        {title}
      </dt>
      <dd className="order-3 min-w-14 rounded-e-8 border border-s-0 border-solid-gray-420 px-3 py-1.5 text-end text-std-20B-150 tabular-nums">
        {count.toLocaleString('ja-JP')}
      </dd>
    </div>
  );
}
