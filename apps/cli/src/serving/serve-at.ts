import { linkPath } from '@kanribo/server';
import { untilTold } from './until-told.ts';
import { type ServingOrder, withServer } from './with-server.ts';

/**
 * Serves the instance at these places until the process is told to end; one is made where there is
 * none yet.
 * @throws {CliFault} `failed`, saying why not.
 */
export async function serveAt(order: ServingOrder): Promise<void> {
  const { terminal } = order;
  const told = untilTold();
  await withServer(order, async ({ origin, accounts }) => {
    const link = await accounts.firstSetUpLink();
    if (link !== undefined) {
      terminal.print(
        `最初のシステム管理者を登録してください（このリンクは一度だけ、24時間使えます）：\n  ${origin}${linkPath('set-up', link.token)}`,
      );
    }
    await told;
  });
}
