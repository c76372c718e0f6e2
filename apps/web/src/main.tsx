import './api/no-made-code.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/funders.css';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiFailure } from './api/client.js';
import { sessionKey } from './api/session.js';
import { App } from './app.js';
import { CrashBoundary } from './shell/crash.js';
import { TextsProvider } from './text/use-texts.js';

/** A session that ended while the page was open leads back to the log-in, whatever was being asked. */
function noticeEndedSession(failure: unknown): void {
  if (failure instanceof ApiFailure && failure.status === 401 && client.getQueryData(sessionKey)) {
    client.setQueryData(sessionKey, null);
  }
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndedSession }),
  mutationCache: new MutationCache({ onError: noticeEndedSession }),
  defaultOptions: {
    queries: {
      // Only silence is worth asking again by itself; a refusal stays one.
      retry: (count, failure) =>
        count < 2 && failure instanceof ApiFailure && (failure.kind === 'offline' || failure.status >= 500),
      staleTime: 10_000,
    },
  },
});

const page = document.getElementById('page');
if (!page) throw new Error('index.html has no #page');
createRoot(page).render(
  <StrictMode>
    <TextsProvider>
      <CrashBoundary>
        <QueryClientProvider client={client}>
          <App />
        </QueryClientProvider>
      </CrashBoundary>
    </TextsProvider>
  </StrictMode>,
);
