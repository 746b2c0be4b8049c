'use client';
import { CircleAlert, type LucideIcon, OctagonX, WandSparkles } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import type { Finding, Severity } from '@/lib/domain/guard';

const SEVERITIES: Record<Severity, { icon: LucideIcon; word: string; colour: string }> = {
  block: { icon: OctagonX, word: 'Blocked', colour: 'text-danger' },
  repair: { icon: WandSparkles, word: 'Reword', colour: 'text-warn' },
  warn: { icon: CircleAlert, word: 'Check', colour: 'text-warn' },
};

const repairLabel = (text: string, repair: string): string => {
  if (repair === '') return 'Remove it';
  return text === '' ? `Add “${repair}”` : `Use “${repair}”`;
};

interface GuardHintsProps {
  findings: readonly Finding[];
  onRepair?: (finding: Finding) => void;
}

/** What the guardrails found, each with the words it is about and, where there is one, the wording that would pass. */
export const GuardHints = ({ findings, onRepair }: GuardHintsProps) => (
  <ul className="flex flex-col gap-1">
    {findings.map((finding) => {
      const { icon: Icon, word, colour } = SEVERITIES[finding.severity];
      const { repair } = finding;
      return (
        <li
          key={`${finding.rule} ${finding.start} ${finding.text}`}
          className="flex items-start gap-1.5 text-xs"
        >
          <Icon aria-hidden="true" className={cn('mt-0.5 size-3.5 shrink-0', colour)} />
          <span className="min-w-0 flex-1">
            <span className={cn('font-medium', colour)}>{word}:</span> {finding.message}
            {finding.text === '' ? null : <q className="ml-1 text-muted">{finding.text}</q>}
          </span>
          {repair === null || onRepair === undefined ? null : (
            <Button
              size="sm"
              look="ghost"
              className="h-6 max-w-56 text-accent-strong"
              onClick={() => onRepair(finding)}
            >
              <span className="truncate">{repairLabel(finding.text, repair)}</span>
            </Button>
          )}
        </li>
      );
    })}
  </ul>
);
