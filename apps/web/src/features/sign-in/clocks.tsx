import { useEffect, useState } from 'react';
import { clockDifferenceMinutes, serverNow } from '../../api/server-clock.ts';
import { EraMoment } from '../../ui/era-day.tsx';
import { messages } from './messages.ts';

/** The server's time, and a word when this machine's clock differs: codes depend on clocks. */
export function Clocks() {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 10_000);
    return () => clearInterval(timer);
  }, []);
  const minutes = clockDifferenceMinutes();
  return (
    <div className="flex flex-col gap-1 text-dns-14N-130 text-solid-gray-700">
      <p>
        {`${messages.serverTime}：`}
        <EraMoment moment={now} />
      </p>
      {minutes !== 0 && <p>{messages.clocks(minutes)}</p>}
    </div>
  );
}
