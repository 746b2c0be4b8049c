import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';
import { Meter } from '@/components/ui/meter';
import { SCROLL_REGION } from '@/components/ui/scroll-region';
import type { AreaRisk } from '@/lib/contracts/risk';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const Head = ({ children, figure = true }: { children: ReactNode; figure?: boolean }) => (
  <th scope="col" className={cn('px-3 py-2 font-medium', figure ? 'text-right' : 'text-left')}>
    {children}
  </th>
);

const Figure = ({ children }: { children: ReactNode }) => (
  <td className="px-3 py-2 text-right tabular-nums">{children}</td>
);

/** A figure beside its bar; the bar is as long as the figure is of the largest. */
const Barred = ({
  value,
  most,
  label,
  children,
}: {
  value: number;
  most: number;
  label: string;
  children: ReactNode;
}) => (
  <td className="px-3 py-2">
    <div className="flex items-center justify-end gap-2">
      <Meter value={most === 0 ? 0 : value / most} label={label} className="h-2 max-w-24" />
      <span className="w-12 shrink-0 text-right tabular-nums">{children}</span>
    </div>
  </td>
);

const nameOf = ({ area }: AreaRisk): string => area ?? 'No area known';

/** One row an area, the most expected leavers first. */
export const AreaTable = ({ areas }: { areas: readonly AreaRisk[] }) => {
  const leavers = Math.max(0, ...areas.map((area) => area.expectedLeavers));
  const waiting = Math.max(0, ...areas.map((area) => area.openConversations + area.waitingVisits));
  return (
    <section
      {...SCROLL_REGION}
      aria-label="Cancel risk by area"
      className="scroll-thin overflow-x-auto rounded-lg border bg-surface"
    >
      <table className="w-full min-w-176 text-sm">
        <caption className="sr-only">Customers who may leave within 60 days, and what waits, by area</caption>
        <thead className="border-b text-muted text-xs">
          <tr>
            <Head figure={false}>Area</Head>
            <Head>Customers</Head>
            <Head>Expected to leave</Head>
            <Head>High risk</Head>
            <Head>Open conversations</Head>
            <Head>Visits booked</Head>
            <Head>Backlog</Head>
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr key={nameOf(area)} className="border-b last:border-0">
              <th scope="row" className="px-3 py-2 text-left font-medium">
                {nameOf(area)}
              </th>
              <Figure>{area.customers}</Figure>
              <Barred
                value={area.expectedLeavers}
                most={leavers}
                label={`Expected to leave in ${nameOf(area)}, of the most in one area`}
              >
                {area.expectedLeavers.toFixed(1)}
              </Barred>
              <Figure>
                {percent(area.shareHigh)} <span className="text-faint">({area.high})</span>
              </Figure>
              <Figure>{area.openConversations}</Figure>
              <Figure>{area.waitingVisits}</Figure>
              <Barred
                value={area.openConversations + area.waitingVisits}
                most={waiting}
                label={`Backlog in ${nameOf(area)}, of the most in one area`}
              >
                {area.openConversations + area.waitingVisits}
              </Barred>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
