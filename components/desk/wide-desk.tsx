'use client';
import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';

const Handle = ({ label }: { label: string }) => (
  <Separator
    aria-label={label}
    className="w-px bg-line outline-offset-0 transition-colors data-[separator=active]:bg-accent data-[separator=hover]:bg-accent"
  />
);

interface ColumnsProps {
  queue: ReactNode;
  middle: ReactNode;
  side: ReactNode;
}

const COLUMNS = ['queue', 'conversation', 'cues'];

/** The three columns beside each other; their widths are kept in the browser. */
export const WideDesk = ({ queue, middle, side }: ColumnsProps) => {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'desk',
    panelIds: COLUMNS,
    storage: localStorage,
  });
  return (
    <Group
      orientation="horizontal"
      className="min-h-0 flex-1"
      onLayoutChanged={onLayoutChanged}
      {...(defaultLayout === undefined ? {} : { defaultLayout })}
    >
      <Panel
        id="queue"
        defaultSize="320px"
        minSize="260px"
        maxSize="440px"
        groupResizeBehavior="preserve-pixel-size"
      >
        {queue}
      </Panel>
      <Handle label="Width of the queue" />
      <Panel id="conversation" minSize="360px">
        {middle}
      </Panel>
      <Handle label="Width of the cues" />
      <Panel
        id="cues"
        defaultSize="400px"
        minSize="320px"
        maxSize="640px"
        groupResizeBehavior="preserve-pixel-size"
      >
        {side}
      </Panel>
    </Group>
  );
};
