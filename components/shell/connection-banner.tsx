'use client';
import { WifiOff } from 'lucide-react';
import { connection } from '@/lib/client/connection';
import { useStore } from '@/lib/client/store';

/** Floats above the page, so that nothing moves when the connection comes and goes. */
export const ConnectionBanner = () => {
  const state = useStore(connection);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-2 z-50 flex justify-center">
      {state === 'lost' ? (
        <p className="pop-in flex items-center gap-2 rounded-full border border-warn/40 bg-warn-soft px-3 py-1 text-sm text-warn shadow-pop">
          <WifiOff aria-hidden="true" className="size-4" />
          Connection lost. Read on: what you type is kept, and it catches up by itself.
        </p>
      ) : null}
    </div>
  );
};
