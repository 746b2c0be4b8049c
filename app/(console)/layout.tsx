import type { ReactNode } from 'react';
import { ConsoleShell } from '@/components/shell/console-shell';
import { requireUser } from './require-user';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { id, name, role, teamId } = await requireUser();
  return <ConsoleShell me={{ id, name, role, teamId }}>{children}</ConsoleShell>;
}
