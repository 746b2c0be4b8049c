import { sayAge } from '@/lib/client/clock';
import type { Passage } from '@/lib/domain/knowledge';

/** Other articles that give another figure: which one holds is for a person to find out, and nothing is picked for them. */
export const Conflicts = ({ conflicts }: Pick<Passage, 'conflicts'>) =>
  conflicts === undefined || conflicts.length === 0 ? null : (
    <ul aria-label="Contradicted by" className="mt-1 flex flex-col gap-1 text-xs">
      {conflicts.map(({ articleId, title, text, ageDays }) => (
        <li key={`${articleId} ${text}`}>
          <span className="text-warn">But “{title}”</span>, checked {sayAge(ageDays)}, says: {text}
        </li>
      ))}
    </ul>
  );
