import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './App';
import { startTranslation } from './i18n';
import { createQueryClient } from './queryClient';
import { CrashGuard } from './ui/CrashGuard';
import { keepFocus } from './ui/keepFocus';
import './styles/index.css';

async function start(): Promise<void> {
  await startTranslation();
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element "root": build the web app again.');
  keepFocus();
  createRoot(root).render(
    <StrictMode>
      <CrashGuard>
        <QueryClientProvider client={createQueryClient()}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </QueryClientProvider>
      </CrashGuard>
    </StrictMode>,
  );
}

void start();
