'use client';
import { Button } from '@/components/ui/button';

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-2 p-6 text-center">
      <h1 className="font-semibold text-lg">This page stopped</h1>
      <p className="text-muted">Nothing you sent or drafted was lost.</p>
      <Button look="primary" onClick={reset}>
        Try again
      </Button>
    </main>
  );
}
