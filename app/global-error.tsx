'use client';
import './globals.css';

/** Replaces the whole document when even the layout failed, so it brings its own. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="grid min-h-dvh place-content-center justify-items-center gap-2 p-6 text-center">
          <h1 className="font-semibold text-lg">Cuedesk stopped</h1>
          <p className="text-muted">Nothing you sent or drafted was lost.</p>
          <button
            type="button"
            onClick={reset}
            className="h-8 rounded-md bg-accent px-3 font-medium text-on-accent"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
