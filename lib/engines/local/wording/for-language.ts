import { en } from './en';
import { es } from './es';
import type { Wording } from './wording';

/** Languages the local engine can write. */
export type Written = 'en' | 'es';

export const writtenIn = (language: string): Written =>
  language.toLowerCase().startsWith('es') ? 'es' : 'en';

const WORDINGS: Readonly<Record<Written, Wording>> = { en, es };

export const wordingFor = (language: string): Wording => WORDINGS[writtenIn(language)];
