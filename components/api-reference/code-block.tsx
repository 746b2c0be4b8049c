import { SCROLL_REGION } from '@/components/ui/scroll-region';

/** Something to read or copy as it stands. */
export const CodeBlock = ({ label, children }: { label: string; children: string }) => (
  <section
    aria-label={label}
    {...SCROLL_REGION}
    className="scroll-thin max-h-96 overflow-auto rounded-md bg-sunken p-3"
  >
    <pre className="font-mono text-xs">{children}</pre>
  </section>
);

export const JsonBlock = ({ label, value }: { label: string; value: unknown }) => (
  <CodeBlock label={label}>{JSON.stringify(value, null, 2)}</CodeBlock>
);
