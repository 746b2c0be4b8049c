import { BookOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { StaleBadge } from '@/components/marks/source-badges';
import { Time } from '@/components/marks/time';
import { Meter } from '@/components/ui/meter';
import type { HandoffPacket } from '@/lib/domain/handoff';

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid grid-cols-[5.5rem_1fr] gap-x-2">
    <dt className="text-faint text-xs leading-5">{name}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </div>
);

/** How complete a packet is, and what it lacks. */
export const Completeness = ({ completeness }: Pick<HandoffPacket, 'completeness'>) => (
  <div className="mb-2 flex flex-col gap-1">
    <Meter value={completeness.score} label="Complete" />
    {completeness.missing.length === 0 ? null : (
      <p className="text-muted text-xs">Still missing: {completeness.missing.join(', ')}</p>
    )}
  </div>
);

/** The packet in reading order: the issue first, then what the next person needs so that nobody is asked twice. */
export const PacketLines = ({ packet }: { packet: HandoffPacket }) => (
  <dl className="flex flex-col gap-1 text-sm">
    <Line name="Issue">
      <span className="font-medium">{packet.issue}</span>
      {packet.inTheirWords === null ? null : <span className="block text-muted">{packet.inTheirWords}</span>}
    </Line>
    <Line name="Customer">{packet.customer}</Line>
    {packet.facts.length === 0 ? null : (
      <Line name="Facts">
        {packet.facts.map(({ label, value }) => (
          <span key={label} className="mr-3 inline-block">
            <span className="text-muted">{label}</span> <span className="tabular-nums">{value}</span>
          </span>
        ))}
      </Line>
    )}
    {packet.tried.length === 0 ? null : (
      <Line name="Tried">
        <ul>
          {packet.tried.map(({ what, result, at }) => (
            <li key={`${at} ${what}`}>
              {at === undefined ? null : <Time at={at} className="text-faint text-xs tabular-nums" />} {what}{' '}
              <span className="text-muted">→ {result}</span>
            </li>
          ))}
        </ul>
      </Line>
    )}
    {packet.next.length === 0 ? null : (
      <Line name="Next">
        <ol className="list-decimal pl-4">
          {packet.next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Line>
    )}
    {packet.knowledge.length === 0 ? null : (
      <Line name="Knowledge">
        <ul>
          {packet.knowledge.map((article) => (
            <li key={article.articleId} className="flex items-start gap-1.5">
              <BookOpen aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-faint" />
              <span className="min-w-0">
                {article.title} {article.stale ? <StaleBadge /> : null}
              </span>
            </li>
          ))}
        </ul>
      </Line>
    )}
    <Line name="Tone">{packet.tone}</Line>
  </dl>
);
