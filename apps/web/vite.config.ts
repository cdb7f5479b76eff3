import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { FakeApi } from './testing/fake-api.ts';

/** Lets the stand-in answer, and everything that is not its business go on. */
async function pass(fake: FakeApi, { request, response, next }: Passing): Promise<void> {
  try {
    if (!(await fake.handle(request, response))) next();
  } catch (fault) {
    next(fault);
  }
}

interface Passing {
  readonly request: Parameters<FakeApi['handle']>[0];
  readonly response: Parameters<FakeApi['handle']>[1];
  readonly next: (fault?: unknown) => void;
}

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    {
      name: 'fake-api',
      apply: 'serve',
      async configureServer({ middlewares }) {
        const { fakeApi } = await import('./testing/fake-api.ts');
        const fake = fakeApi();
        middlewares.use((request, response, next) => {
          void pass(fake, { request, response, next });
        });
      },
    },
  ],
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
  build: {
    target: 'es2023',
    // The server forbids inline scripts, styles and data URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rolldownOptions: {
      // Our own packages are pure: what a screen does not use of them is left out.
      treeshake: { moduleSideEffects: (id) => !/\/packages\/[a-z-]+\/src\//u.test(id) },
    },
  },
});
