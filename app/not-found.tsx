import Link from 'next/link';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center gap-2 p-6 text-center">
      <h1 className="font-semibold text-lg">There is nothing here</h1>
      <p className="text-muted">The address may be old, or what was here is not yours to see.</p>
      <Link href="/" className="justify-self-center rounded font-medium text-accent-strong underline">
        Go to the start
      </Link>
    </main>
  );
}
