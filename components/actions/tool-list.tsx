'use client';
import { type ReactNode, useState } from 'react';
import { Input } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import type { ActionsView } from '@/lib/contracts/actions';
import { ActionPanel } from './action-panel';
import { LookUpPanel } from './look-up-panel';
import { useOpenPanel } from './open-panel';

interface ToolListProps {
  conversationId: string;
  view: ActionsView;
}

interface ToolGroupProps<T> {
  name: string;
  tools: readonly T[];
  render: (tool: T) => ReactNode;
}

const placeOf = (id: string): string => `tool ${id}`;

const ToolGroup = <T extends { id: string; title: string }>({ name, tools, render }: ToolGroupProps<T>) => {
  const panel = useOpenPanel();
  if (tools.length === 0) return null;
  return (
    <>
      <p aria-hidden="true" className="mt-2 px-2 text-faint text-xs">
        {name}
      </p>
      <ul aria-label={name}>
        {tools.map((tool) => (
          <li key={tool.id}>
            <button
              type="button"
              aria-expanded={panel.isOpen(placeOf(tool.id))}
              onClick={() => panel.toggle(placeOf(tool.id))}
              className="w-full rounded px-2 py-1 text-left aria-expanded:font-medium hover:bg-accent-soft hover:text-accent-strong"
            >
              {tool.title}
            </button>
            {panel.isOpen(placeOf(tool.id)) ? render(tool) : null}
          </li>
        ))}
      </ul>
    </>
  );
};

/** Every tool this person may use, found by its name. */
export const ToolList = ({ conversationId, view }: ToolListProps) => {
  const panel = useOpenPanel();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const fits = ({ title }: { title: string }): boolean => title.toLowerCase().includes(wanted);
  const writes = view.writes.filter((tool) => tool.limits !== null && fits(tool));
  const reads = view.reads.filter(fits);
  const [first] = [...writes, ...reads];
  return (
    <Fold summary="All actions" className="mt-2">
      <Input
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || first === undefined || wanted === '') return;
          event.preventDefault();
          if (!panel.isOpen(placeOf(first.id))) panel.toggle(placeOf(first.id));
        }}
        placeholder="Search actions and look-ups"
        aria-label="Search actions and look-ups"
        className="mt-2 h-8"
      />
      <ToolGroup
        name="Do"
        tools={writes}
        render={(tool) => (
          <ActionPanel
            conversationId={conversationId}
            tool={tool}
            start={tool.start}
            from={{ origin: 'rep', originId: null }}
            onClose={panel.close}
            onApproved={panel.leadTo}
          />
        )}
      />
      <ToolGroup
        name="Look up"
        tools={reads}
        render={(tool) => <LookUpPanel conversationId={conversationId} tool={tool} onClose={panel.close} />}
      />
      {first === undefined ? (
        <p className="px-2 py-1 text-muted">Nothing by that name. Try another word.</p>
      ) : null}
    </Fold>
  );
};
