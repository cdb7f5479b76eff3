import { useAnswer } from '../../api/use-answer.ts';
import { Facts } from '../../ui/facts.tsx';
import { DeviceNotice, deviceRows } from './device-facts.tsx';

/** The certificate that this machine shows, for who asks which device they sit at. */
export function ThisDevice() {
  const asked = useAnswer('connection', {});
  if (asked.state !== 'here') return null;
  const { device } = asked.value;
  const rows = deviceRows(device);
  if (rows.length === 0) return null;
  return (
    <div className="flex flex-col gap-4">
      <Facts rows={rows} />
      <DeviceNotice device={device} />
    </div>
  );
}
