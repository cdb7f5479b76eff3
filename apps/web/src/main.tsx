import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { router } from './router.tsx';
import './styles.css';

// The server forbids `eval`, which the schema library would otherwise try.
z.config({ jitless: true });

const client = new QueryClient({
  // Refusals are values, so nothing is tried again by itself.
  defaultOptions: { queries: { retry: false, staleTime: 10_000, refetchOnWindowFocus: true } },
});

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

// A file of its own: the text is readable in the machine's font until this one has come.
void import('./fonts.css');
