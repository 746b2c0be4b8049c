import type { Finding } from '../domain/guard';
import { insertBetween } from './macros';

/** Where a finding's words stand now: the text may have moved on since it was checked. Null when they are gone. */
const placeOf = (text: string, finding: Finding): number | null => {
  if (text.slice(finding.start, finding.end) === finding.text) return finding.start;
  const at = text.indexOf(finding.text);
  return at === -1 || finding.text === '' ? null : at;
};

/** The text with one finding reworded, or with the words that were missing; the same text where only a person can fix it. */
export const applyRepair = (text: string, finding: Finding): string => {
  const at = placeOf(text, finding);
  if (at === null || finding.repair === null) return text;
  if (finding.text === '') return insertBetween(text, at, at, finding.repair).text;
  return text.slice(0, at) + finding.repair + text.slice(at + finding.text.length);
};

/** The findings whose words are still there, the worst first. */
export const standing = (text: string, findings: readonly Finding[]): Finding[] => {
  const rank = { block: 0, repair: 1, warn: 2 };
  return findings
    .filter((finding) => finding.text === '' || placeOf(text, finding) !== null)
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
};
