import { CueSection } from './cue-section';

/** The suggestion while it is being written. It is read out once it is whole, not word by word. */
export const LiveReply = ({ text }: { text: string }) => (
  <CueSection title="Suggested reply" aside={<span>writing…</span>}>
    <p aria-live="off" className="whitespace-pre-wrap break-words text-muted">
      {text}
    </p>
  </CueSection>
);
