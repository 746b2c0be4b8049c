import type { Effect } from '@/lib/domain/action';

/** What changes, from what to what. */
const Changes = ({ changes }: Pick<Effect, 'changes'>) =>
  changes.length === 0 ? null : (
    <table className="w-full text-left text-xs">
      <caption className="sr-only">What changes</caption>
      <thead className="text-faint">
        <tr>
          <th scope="col" className="py-0.5 pr-2 font-normal">
            <span className="sr-only">What</span>
          </th>
          <th scope="col" className="py-0.5 pr-2 font-normal">
            Before
          </th>
          <th scope="col" className="py-0.5 font-normal">
            After
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {changes.map(({ what, before, after }) => (
          <tr key={what} className="border-t">
            <th scope="row" className="py-0.5 pr-2 font-normal text-muted">
              {what}
            </th>
            <td className="py-0.5 pr-2 text-muted">{before}</td>
            <td className="py-0.5 font-medium">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

/** An effect: one sentence, and what changes from what to what. */
export const EffectView = ({ effect }: { effect: Effect }) => (
  <div className="flex flex-col gap-1">
    <p className="font-medium">{effect.sentence}</p>
    <Changes changes={effect.changes} />
  </div>
);
