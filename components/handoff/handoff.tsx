'use client';
import { Siren } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { goToSection } from '@/components/assist/go-to-section';
import { useShortcut } from '@/components/shell/use-shortcut';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { ConversationView } from '@/lib/contracts/conversations';
import type { EscalationDecision } from '@/lib/domain/escalation';
import type { HandoffPacket } from '@/lib/domain/handoff';
import { EscalationStatus } from './escalation-status';
import { Completeness, PacketLines } from './packet-lines';

const EscalateDialog = dynamic(() => import('./escalate-dialog'), { ssr: false });
const SECTION = 'handoff-packet';

interface HandoffProps {
  view: ConversationView;
  packet: HandoffPacket | null;
  decision: EscalationDecision['decision'] | null;
  mayEscalate: boolean;
  queueTitle: (id: string) => string;
}

/** The packet, always ready, and the way to hand over. */
export const Handoff = ({ view, packet, decision, mayEscalate, queueTitle }: HandoffProps) => {
  const [open, setOpen] = useState(false);
  const { escalation, conversation } = view;
  const pending = escalation?.state === 'waiting' || escalation?.state === 'accepted';
  const canEscalate = mayEscalate && !pending;
  useShortcut('escalate', () => setOpen(true), canEscalate);
  useShortcut('handoff', () => goToSection(SECTION));
  return (
    <section
      id={SECTION}
      tabIndex={-1}
      aria-label="Handoff packet"
      className="border-b px-4 py-3 outline-offset-[-2px]"
    >
      <div className="mb-1.5 flex min-h-7 items-center gap-2">
        <h3 className="font-medium text-faint text-xs">Handoff packet</h3>
        {packet === null ? null : (
          <span className="text-muted text-xs tabular-nums">
            {Math.round(packet.completeness.score * 100)} % complete
          </span>
        )}
        {canEscalate ? (
          <Button size="sm" className="ml-auto" onClick={() => setOpen(true)}>
            <Siren aria-hidden="true" /> Escalate <Kbd keys="e" />
          </Button>
        ) : null}
      </div>
      {escalation === null ? null : (
        <div role="status" className="mb-2">
          <EscalationStatus escalation={escalation} queueTitle={queueTitle} />
        </div>
      )}
      {packet === null ? (
        <p className="text-muted">The packet builds itself as the conversation goes.</p>
      ) : (
        <>
          <Completeness completeness={packet.completeness} />
          <PacketLines packet={packet} />
        </>
      )}
      {open ? (
        <EscalateDialog
          conversationId={conversation.id}
          decision={decision}
          packet={packet}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  );
};
