'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { Toaster } from '@/components/ui/toaster';
import { TooltipProvider } from '@/components/ui/tooltip';
import { makeQueryClient } from '@/lib/client/query-client';

declare global {
  /** Where style injectors look for the nonce (the `get-nonce` package, which Radix uses). */
  var __webpack_nonce__: string | undefined;
}

const toSignIn = (): void => {
  const { pathname, search } = window.location;
  if (pathname !== '/sign-in')
    window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
};

/** What every page has: theme, cache, address state, tooltips and toasts. `nonce` lets the few injected styles through the content policy. */
export const Providers = ({ nonce, children }: { nonce: string | undefined; children: ReactNode }) => {
  const [client] = useState(() => makeQueryClient(toSignIn));
  // Not on the server: its global is shared by every request.
  if (typeof window !== 'undefined') globalThis.__webpack_nonce__ = nonce;
  return (
    <ThemeProvider
      attribute="data-theme"
      defaultTheme="system"
      enableSystem
      {...(nonce === undefined ? {} : { nonce })}
    >
      <QueryClientProvider client={client}>
        <NuqsAdapter>
          <TooltipProvider>
            {children}
            <Toaster />
          </TooltipProvider>
        </NuqsAdapter>
      </QueryClientProvider>
    </ThemeProvider>
  );
};
