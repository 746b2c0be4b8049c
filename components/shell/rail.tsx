'use client';
import { Command, Keyboard, LogOut } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTheme } from 'next-themes';
import { useWaitingApprovals } from '@/components/actions/use-waiting-approvals';
import { Button, IconButton } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu';
import { Tooltip } from '@/components/ui/tooltip';
import { useStore } from '@/lib/client/store';
import type { Me } from '@/lib/contracts/people';
import { applyDensity, density } from './density';
import { placesOf } from './places';
import { signOutHere } from './sign-out';

const THEMES = [
  { value: 'system', label: 'Like the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

const SPACINGS = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const;

const initialsOf = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => word.slice(0, 1))
    .slice(0, 2)
    .join('')
    .toUpperCase();

const ApprovalCount = ({ waiting }: { waiting: number }) =>
  waiting === 0 ? null : (
    <span className="absolute top-0.5 right-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 font-medium text-2xs text-on-accent tabular-nums">
      {waiting}
    </span>
  );

interface RailProps {
  me: Me;
  onMenu: () => void;
  onHelp: () => void;
}

export const Rail = ({ me, onMenu, onHelp }: RailProps) => {
  const pathname = usePathname();
  const { theme = 'system', setTheme } = useTheme();
  const spacing = useStore(density);
  const approvals = useWaitingApprovals(me.role);
  const shownTheme = THEMES.find(({ value }) => value === theme)?.value ?? 'system';
  return (
    <div className="flex w-14 shrink-0 flex-col items-center gap-1 border-r bg-canvas py-3">
      <div
        aria-hidden="true"
        className="mb-2 grid size-8 place-items-center rounded-lg bg-accent font-semibold text-on-accent"
      >
        C
      </div>
      <nav aria-label="Main" className="flex flex-col gap-1">
        {placesOf(me.role).map(({ href, label, icon: Icon }) => (
          <Tooltip key={href} label={label}>
            <Link
              href={href}
              aria-label={
                href === '/escalations' && approvals > 0 ? `${label}, ${approvals} to approve` : label
              }
              aria-current={pathname === href ? 'page' : undefined}
              className={cn(
                'relative grid size-10 place-items-center rounded-lg text-muted hover:bg-hover hover:text-text',
                pathname === href && 'bg-accent-soft text-accent-strong',
              )}
            >
              <Icon aria-hidden="true" className="size-5" />
              {href === '/escalations' ? <ApprovalCount waiting={approvals} /> : null}
            </Link>
          </Tooltip>
        ))}
      </nav>
      <div className="mt-auto flex flex-col items-center gap-1">
        <IconButton label="Search and commands" keys="mod+k" onClick={onMenu}>
          <Command />
        </IconButton>
        <IconButton label="Keyboard shortcuts" keys="?" onClick={onHelp}>
          <Keyboard />
        </IconButton>
        <Menu
          trigger={
            <Button look="ghost" size="icon" className="rounded-full bg-sunken text-xs">
              <span aria-hidden="true">{initialsOf(me.name)}</span>
              <span className="sr-only">{me.name}: account and display</span>
            </Button>
          }
        >
          <MenuLabel>
            {me.name} · {me.role}
          </MenuLabel>
          <MenuLine />
          <MenuChoice label="Theme" value={shownTheme} options={THEMES} onChange={setTheme} />
          <MenuLine />
          <MenuChoice label="Density" value={spacing} options={SPACINGS} onChange={applyDensity} />
          <MenuLine />
          <MenuItem onSelect={() => void signOutHere()}>
            <LogOut aria-hidden="true" /> Sign out
          </MenuItem>
        </Menu>
      </div>
    </div>
  );
};
