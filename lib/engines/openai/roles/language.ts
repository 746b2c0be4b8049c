/** `Spanish` for `es`; what to do instead when the language is not known. */
export const languageName = (code: string): string => {
  const fallback = "the language of the customer's last message";
  if (code === 'und') return fallback;
  try {
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code) ?? fallback;
  } catch {
    // Not a language code at all; DisplayNames throws a RangeError for those.
    return fallback;
  }
};
