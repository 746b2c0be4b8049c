import { Angry, Frown, type LucideIcon, Meh, Smile } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import type { Sentiment, SentimentLabel } from '@/lib/domain/triage';

const LABELS: Record<SentimentLabel, { icon: LucideIcon; name: string; colour: string }> = {
  frustrated: { icon: Frown, name: 'Frustrated', colour: 'text-warn' },
  neutral: { icon: Meh, name: 'Neutral', colour: 'text-faint' },
  positive: { icon: Smile, name: 'Positive', colour: 'text-ok' },
};

export const sentimentName = (label: SentimentLabel): string => LABELS[label].name;

/** The icon alone, named for readers. */
export const SentimentMark = ({ label }: { label: SentimentLabel }) => {
  const { icon: Icon, name, colour } = LABELS[label];
  return <Icon role="img" aria-label={name} className={cn('size-3.5 shrink-0', colour)} />;
};

const DIRECTIONS = { falling: 'getting worse', steady: 'steady', rising: 'getting better' } as const;
const WIDTH = 48;
const HEIGHT = 16;

/** Points of the trend in a box of 48 by 16, the newest at the right; -1 is the bottom. */
const pointsOf = (trend: readonly number[]): [number, number][] => {
  const shown = trend.slice(-12);
  const step = shown.length > 1 ? (WIDTH - 4) / (shown.length - 1) : 0;
  return shown.map((score, index) => [2 + index * step, 2 + ((1 - score) / 2) * (HEIGHT - 4)]);
};

/** Sentiment as a word, an icon and a line of its course. */
export const SentimentTrend = ({ sentiment }: { sentiment: Sentiment }) => {
  const { icon: Icon, name, colour } = LABELS[sentiment.label];
  const points = pointsOf(sentiment.trend);
  const last = points.at(-1);
  const Face = sentiment.anger ? Angry : Icon;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Face aria-hidden="true" className={cn('size-4 shrink-0', sentiment.anger ? 'text-danger' : colour)} />
      <span>{sentiment.anger ? 'Angry' : name}</span>
      <svg
        role="img"
        aria-label={DIRECTIONS[sentiment.direction]}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="h-4 w-12"
      >
        <line x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} className="stroke-line" />
        <polyline
          points={points.map((point) => point.join(',')).join(' ')}
          fill="none"
          strokeWidth="1.5"
          className="stroke-muted"
        />
        {last ? <circle cx={last[0]} cy={last[1]} r="2" className="fill-accent" /> : null}
      </svg>
    </span>
  );
};
