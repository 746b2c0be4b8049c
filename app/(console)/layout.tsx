import type { ReactNode } from 'react';
import { ConsoleShell } from '@/components/shell/console-shell';
import { currentUser } from '@/lib/auth/current-user';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  // The page itself leads to the sign-in, because it knows the way back.
  if (user === null) return children;
  const { id, name, role, teamId } = user;
  return <ConsoleShell me={{ id, name, role, teamId }}>{children}</ConsoleShell>;
}
