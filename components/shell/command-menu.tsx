'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import * as Dialog from 'radix-ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { useFocusReturn } from '@/components/ui/use-focus-return';
import { conversationKeys } from '@/lib/client/conversations';
import type { QueueData } from '@/lib/client/patch-queue';
import type { QueueRow } from '@/lib/contracts/conversations';
import { applyDensity, density } from './density';
import { useDesk } from './desk-context';
import { placesOf } from './places';
import { definitionOf, SHORTCUT_IDS, shownKeys } from './shortcuts';
import { signOutHere } from './sign-out';
import { registered } from './use-shortcut';

const ITEM =
  'flex items-center justify-between rounded-md px-2 py-2 text-sm data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-strong';
const GROUP =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs';

/** The focus goes back one timer after the menu is gone. */
const AFTER_FOCUS_MS = 20;

/** Conversations the browser already holds; enough to jump by name. */
const heldRows = (queues: readonly (QueueData | undefined)[]): QueueRow[] => {
  const rows = queues.flatMap((queue) => queue?.pages.flatMap((page) => page.rows) ?? []);
  return [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, 200);
};

const CommandMenu = ({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) => {
  const router = useRouter();
  const client = useQueryClient();
  const { me } = useDesk();
  const { resolvedTheme, setTheme } = useTheme();
  const focusReturn = useFocusReturn();
  const rows = heldRows(
    client.getQueriesData<QueueData>({ queryKey: conversationKeys.queues }).map(([, data]) => data),
  );
  const home = placesOf(me.role)[0]?.href ?? '/desk';
  // The menu closes and gives the focus back before the command takes it.
  const run = (action: () => void) => () => {
    onOpenChange(false);
    setTimeout(action, AFTER_FOCUS_MS);
  };
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          {...focusReturn}
          aria-describedby={undefined}
          className="pop-in fixed top-[12dvh] left-1/2 z-40 w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-xl border bg-raised shadow-pop"
        >
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <Command label="Search and commands" loop>
            <Command.Input
              placeholder="Search conversations and commands"
              className="h-12 w-full border-b bg-transparent px-4 text-lg outline-none"
            />
            <Command.List className="scroll-thin max-h-[50dvh] overflow-y-auto p-2">
              <Command.Empty className="p-4 text-center text-muted text-sm">
                Nothing by that name here. Try a customer's name or a command.
              </Command.Empty>
              <Command.Group heading="Do" className={GROUP}>
                {SHORTCUT_IDS.filter((id) => id !== 'menu' && id !== 'tick' && registered.has(id)).map(
                  (id) => (
                    <Command.Item
                      key={id}
                      value={definitionOf(id).label}
                      className={ITEM}
                      onSelect={run(() => registered.get(id)?.(null))}
                    >
                      {definitionOf(id).label}
                      <Kbd keys={shownKeys(id)} />
                    </Command.Item>
                  ),
                )}
              </Command.Group>
              <Command.Group heading="Go to" className={GROUP}>
                {placesOf(me.role).map(({ href, label }) => (
                  <Command.Item
                    key={href}
                    value={`Go to ${label}`}
                    className={ITEM}
                    onSelect={run(() => router.push(href))}
                  >
                    {label}
                  </Command.Item>
                ))}
              </Command.Group>
              {rows.length === 0 ? null : (
                <Command.Group heading="Conversations" className={GROUP}>
                  {rows.map((row) => (
                    <Command.Item
                      key={row.id}
                      value={`${row.customerName} ${row.id}`}
                      className={ITEM}
                      onSelect={run(() => router.push(`${home}?c=${row.id}`))}
                    >
                      <span className="shrink-0">{row.customerName}</span>
                      <span className="ml-4 truncate text-faint text-xs">{row.lastText}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              <Command.Group heading="Display" className={GROUP}>
                <Command.Item
                  className={ITEM}
                  onSelect={run(() => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark'))}
                >
                  Switch between light and dark
                </Command.Item>
                <Command.Item
                  className={ITEM}
                  onSelect={run(() => applyDensity(density.get() === 'compact' ? 'comfortable' : 'compact'))}
                >
                  Switch between comfortable and compact
                </Command.Item>
                <Command.Item className={ITEM} onSelect={run(() => void signOutHere())}>
                  Sign out
                </Command.Item>
              </Command.Group>
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};

export default CommandMenu;
