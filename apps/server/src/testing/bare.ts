import fastify from 'fastify';

/** Fastify with one route and nothing else, to be compared with. */
export async function startBare(): Promise<{
  readonly port: number;
  close(): Promise<void>;
}> {
  const app = fastify();
  app.get('/bare', async () => ({ state: 'bare' }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return { port, close: () => app.close() };
}
