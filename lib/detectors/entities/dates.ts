import { findDates } from '../quantities/dates';
import type { Candidate } from './candidate';

export const findDateEntities = (text: string): Candidate[] =>
  findDates(text).map(({ start, end }) => ({ type: 'date', start, end }));
