import { AppError } from '@/lib/core/errors';
import { visibleText } from '@/lib/core/text';

/** What holds an emoji together, and shows nothing alone. */
const JOINERS = /[\u200d\ufe0f]/g;

/** Text as it is stored: as a person sees it, without space around it. Throws `invalid` where nothing of it can be seen; `path` is where it came. */
export const readableText = (raw: string, path = 'text'): string => {
  const text = visibleText(raw).trim();
  if (text.replace(JOINERS, '').trim() === '') {
    const message = 'has nothing in it that a person could read';
    throw new AppError('invalid', `${path}: ${message}`, { problems: [{ path, message }] });
  }
  return text;
};
