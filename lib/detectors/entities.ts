import type { EntityType } from '@/lib/domain/triage';
import { findAddresses } from './entities/addresses';
import { findAmountEntities } from './entities/amounts';
import type { Candidate } from './entities/candidate';
import { findCards } from './entities/cards';
import { findDateEntities } from './entities/dates';
import { findDevices } from './entities/devices';
import { findEmails } from './entities/emails';
import { findIbans } from './entities/ibans';
import { findIds } from './entities/ids';
import { findIps } from './entities/ips';
import { findPersons } from './entities/persons';
import { findPhones } from './entities/phones';
import { findSsns } from './entities/ssns';
import { findZips } from './entities/zips';
import { foldMarks } from './fold';

/** A thing named in a text; offsets are UTF-16, `value` is what stands there. */
export interface DetectedEntity {
  type: EntityType;
  value: string;
  start: number;
  end: number;
}

/**
 * Families in order of who wins an overlap. Ids come before cards because a word for an order says more than a
 * checksum that one number in ten passes; dates come before telephones because both are grouped digits.
 */
const FAMILIES: ((text: string, locale: string) => Candidate[])[] = [
  findEmails,
  findIbans,
  findIps,
  findIds,
  findCards,
  findSsns,
  findAmountEntities,
  findDateEntities,
  findAddresses,
  findPhones,
  findZips,
  findDevices,
  findPersons,
];

/** Everything named in a text, in order, none overlapping. `locale` (BCP 47) tells whose telephone numbers are meant; without a region the United States'. */
export const findEntities = (text: string, locale = 'en-US'): DetectedEntity[] => {
  const folded = foldMarks(text);
  const taken = new Uint8Array(folded.length);
  const kept: DetectedEntity[] = [];
  for (const family of FAMILIES) {
    const found = family(folded, locale).sort(
      (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
    );
    for (const { type, start, end } of found) {
      if (start >= end || taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      kept.push({ type, value: text.slice(start, end), start, end });
    }
  }
  return kept.sort((a, b) => a.start - b.start);
};
