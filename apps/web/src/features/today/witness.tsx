import { Link } from '@tanstack/react-router';
import { EraMoment } from '../../ui/era-day.tsx';
import { Section } from '../../ui/page.tsx';
import { Sign } from '../../ui/sign.tsx';
import { messages } from './messages.ts';

/** The tail of the register that no client could hold us to yet. */
export function Witness({
  contract,
  entries,
  since,
}: {
  readonly contract: string;
  readonly entries: number;
  readonly since: string | null;
}) {
  const isWhole = entries === 0;
  return (
    <Section title={messages.witness}>
      <div className="flex gap-3 rounded-8 border border-solid-gray-420 p-4">
        <Sign
          name={isWhole ? 'done' : 'information'}
          className={`mt-0.5 size-6 shrink-0 ${isWhole ? 'text-success-2' : 'text-key-900'}`}
        />
        <div className="flex flex-col gap-1 text-dns-16N-130">
          <p>{isWhole ? messages.witnessNone : messages.witnessSome(entries)}</p>
          {since !== null && (
            <p className="text-dns-14N-130 text-solid-gray-700">
              {`${messages.witnessSince}：`}
              <EraMoment moment={since} />
            </p>
          )}
          {!isWhole && (
            <Link
              to="/contracts/$contract/proof/checkpoint"
              params={{ contract }}
              className="text-key-900 underline underline-offset-4"
            >
              {messages.witnessDo}
            </Link>
          )}
        </div>
      </div>
    </Section>
  );
}
