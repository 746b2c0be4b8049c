'use client';
import { SCROLL_REGION } from '@/components/ui/scroll-region';
import { AreaMap } from './area-map';
import { CallBackList } from './call-back-list';

/** Where customers may leave and what waits there, and whom to ring first. */
export const RetentionBoard = () => (
  <>
    <header className="flex h-12 shrink-0 items-center border-b bg-surface px-4">
      <h1 className="font-semibold text-lg">Retention</h1>
    </header>
    <div {...SCROLL_REGION} className="scroll-thin min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-6xl flex-col gap-6 p-4">
        <AreaMap />
        <CallBackList />
      </div>
    </div>
  </>
);
