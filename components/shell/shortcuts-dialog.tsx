'use client';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { definitionOf, SHORTCUT_IDS, type ShortcutGroup, shownKeys } from './shortcuts';

const GROUPS: readonly ShortcutGroup[] = ['Everywhere', 'Queue', 'Conversation', 'Cues'];

const ShortcutsDialog = ({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) => (
  <Dialog
    open={open}
    onOpenChange={onOpenChange}
    title="Keyboard shortcuts"
    description="Single keys wait while you type."
  >
    <div className="grid gap-x-8 gap-y-4 p-4 sm:grid-cols-2">
      {GROUPS.map((group) => (
        <section key={group} aria-labelledby={`keys-${group}`}>
          <h3 id={`keys-${group}`} className="mb-1 font-medium text-faint text-xs">
            {group}
          </h3>
          <ul>
            {SHORTCUT_IDS.filter((id) => definitionOf(id).group === group).map((id) => (
              <li key={id} className="flex items-center justify-between py-1 text-sm">
                {definitionOf(id).label}
                <Kbd keys={shownKeys(id)} />
                <span className="sr-only">{shownKeys(id).replaceAll('+', ' ')}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </Dialog>
);

export default ShortcutsDialog;
