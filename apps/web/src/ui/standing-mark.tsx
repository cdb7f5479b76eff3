import { Sign } from './sign.tsx';
import { type StandingStatus, standingWords } from './standing-words.ts';

/** How a duty stands, by colour, sign and words at once. */
export function StandingMark({ status }: { readonly status: StandingStatus }) {
  const { label, sign, look } = standingWords[status];
  return (
    <span
      className={`standing-mark inline-flex w-fit items-center gap-1 rounded-4 border px-2 py-1 text-oln-14B-100 whitespace-nowrap ${look}`}
    >
      <Sign name={sign} className="size-4" />
      {label}
    </span>
  );
}
