'use client';
import { useState } from 'react';
import { Panel } from '@/components/actions/panel';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Input } from '@/components/ui/field';

const REASONS = ['Too expensive', 'Not needed', 'Not now', 'Has a better offer', 'Did not say why'] as const;

interface DeclineFormProps {
  busy: boolean;
  onClose: () => void;
  onDecline: (reason: string) => void;
}

/** Why the customer said no: one press, and a word for those who like. A refusal is remembered. */
export const DeclineForm = ({ busy, onClose, onDecline }: DeclineFormProps) => {
  const [reason, setReason] = useState<(typeof REASONS)[number] | null>(null);
  const [word, setWord] = useState('');
  const whole = [reason, word.trim()].filter(Boolean).join(': ');
  const decline = (): void => {
    if (whole !== '' && !busy) onDecline(whole);
  };
  return (
    <Panel title="Why did they decline?" onClose={onClose} onApprove={decline}>
      <fieldset aria-label="Reason" className="flex flex-wrap gap-1">
        {REASONS.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={reason === option}
            onClick={() => setReason(reason === option ? null : option)}
            className={cn(
              'rounded-full border border-edge/50 px-2.5 py-0.5 text-xs hover:bg-hover',
              reason === option && 'border-accent bg-accent-soft text-accent-strong',
            )}
          >
            {option}
          </button>
        ))}
      </fieldset>
      <div className="flex items-center gap-2">
        <Input
          value={word}
          maxLength={250}
          onChange={(event) => setWord(event.target.value)}
          placeholder="In their words (optional)"
          aria-label="In their words (optional)"
          className="h-8"
        />
        <Button size="sm" look="primary" disabled={whole === '' || busy} onClick={decline}>
          Record
        </Button>
      </div>
    </Panel>
  );
};
