/** Resolves when the process is told to end: by Ctrl+C, or by the system. */
export async function untilTold(): Promise<void> {
  const told = Promise.withResolvers<void>();
  const stop = () => told.resolve();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, stop);
  await told.promise;
  for (const signal of signals) process.off(signal, stop);
}
