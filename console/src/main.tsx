import './kit.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { queries } from './api/queries';
import { TextsProvider } from './i18n/language';
import { router } from './routes';
import { SessionGate } from './session/SessionGate';
import { theme } from './theme';

const root = document.getElementById('root');
if (!root) {
  throw new Error('The page has no root element');
}
createRoot(root).render(
  <StrictMode>
    {/* The page's policy refuses style elements: variables and classes come from the style sheets instead */}
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <TextsProvider>
        <QueryClientProvider client={queries}>
          <Notifications position="bottom-right" />
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </QueryClientProvider>
      </TextsProvider>
    </MantineProvider>
  </StrictMode>,
);
