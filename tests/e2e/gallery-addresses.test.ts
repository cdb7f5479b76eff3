import { expect, test } from 'vitest';
import { router } from '../../apps/web/src/router.tsx';
import { addresses } from './gallery/addresses.ts';

test('WEB-105: every route of the screens has an address that its picture is taken at', () => {
  const pictured = new Set(
    addresses.flatMap(({ filled }) => {
      const [path = ''] = filled.split(/[?#]/u);
      return router.getMatchedRoutes(path)[0].map(({ id }) => String(id));
    }),
  );
  const routes = Object.keys(router.routesById);
  expect(routes.length).toBeGreaterThan(20);
  expect(routes.filter((id) => !pictured.has(id))).toEqual([]);
});
