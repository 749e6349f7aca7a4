import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import './shared/frame.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { z } from 'zod';
import { App } from './App.tsx';
import { openPort, openSocket } from './shared/connection/carriers.ts';
import { StationProvider } from './shared/connection/hooks.tsx';
import { createConnection } from './shared/connection/station.ts';
import { Language } from './shared/Language.tsx';
import { languageOfMachine } from './shared/locale.ts';
import { lastShown } from './shared/messages/lastShown.ts';
import { showLanguage, startMessages } from './shared/messages/messages.ts';
import { theme, variables } from './shared/theme.ts';
import { usePageLocation } from './shared/usePageLocation.ts';

// Zod would try to compile its schemas with `new Function`, which the content security policy reports.
z.config({ jitless: true });

const connection = createConnection(window.quietbell === undefined ? openSocket : openPort(window.quietbell));
const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' }, mutations: { networkMode: 'always' } } });

// What was read once is read again after a reconnect: the station may have been restarted, or the site set up.
connection.subscribe(() => {
  if (connection.state === 'connected') void queries.invalidateQueries();
});

// The one that this window showed last, until the station has said which one to take.
const language = lastShown() ?? languageOfMachine();
await startMessages(language);
showLanguage(language);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="light">
    <QueryClientProvider client={queries}>
      <StationProvider connection={connection}>
        <Language>
          <Router hook={usePageLocation}>
            <App />
          </Router>
        </Language>
      </StationProvider>
    </QueryClientProvider>
  </MantineProvider>,
);
