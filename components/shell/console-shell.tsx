'use client';
import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState } from 'react';
import { restoreSeen } from '@/lib/client/seen';
import type { Me } from '@/lib/contracts/people';
import { ConnectionBanner } from './connection-banner';
import { applyDensity } from './density';
import { type Desk, DeskProvider } from './desk-context';
import { makeDesk } from './make-desk';
import { Rail } from './rail';
import { useHydrated } from './use-hydrated';
import { useShortcut } from './use-shortcut';
import { useStream } from './use-stream';

const CommandMenu = dynamic(() => import('./command-menu'), { ssr: false });
const ShortcutsDialog = dynamic(() => import('./shortcuts-dialog'), { ssr: false });

type Open = 'menu' | 'help' | null;

const Live = ({ me, children }: { me: Me; children: ReactNode }) => {
  const client = useQueryClient();
  const [desk] = useState<Desk>(() => makeDesk(client, me));
  const [open, setOpen] = useState<Open>(null);
  useStream(desk);
  useEffect(() => {
    applyDensity();
    restoreSeen();
  }, []);
  useShortcut('menu', () => setOpen((now) => (now === 'menu' ? null : 'menu')));
  useShortcut('help', () => setOpen('help'));
  const close = (): void => setOpen(null);
  return (
    <DeskProvider value={desk}>
      <div className="flex h-dvh overflow-hidden bg-canvas">
        <Rail me={me} onMenu={() => setOpen('menu')} onHelp={() => setOpen('help')} />
        <main className="flex min-w-0 flex-1 flex-col">{children}</main>
      </div>
      <ConnectionBanner />
      {open === 'menu' ? <CommandMenu open onOpenChange={close} /> : null}
      {open === 'help' ? <ShortcutsDialog open onOpenChange={close} /> : null}
    </DeskProvider>
  );
};

/** The frame of the console. What is in it depends on the browser's clock, size and storage, so the server sends its outline only. */
export const ConsoleShell = ({ me, children }: { me: Me; children: ReactNode }) =>
  useHydrated() ? (
    <Live me={me}>{children}</Live>
  ) : (
    <div className="flex h-dvh bg-canvas" aria-busy="true">
      <div className="w-14 border-r" />
      <main className="flex-1">
        <h1 className="sr-only">Cuedesk is loading</h1>
      </main>
    </div>
  );
