import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

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
          const pass = async () => {
            if (!(await fake.handle(request, response))) next();
          };
          pass().catch(next);
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
