/** Whom a message is addressed to, at its beginning or its end; a handle inside is part of what is said. */
const ADDRESSED = /^(?:\s?[.]?@\w{1,40}:?(?=\s|$)){1,20}|(?:\s@\w{1,40}){1,20}$/gu;
const NUMBERED = /(?:^|(?<=\s))@\d{1,20}(?=\s|$)/gu;
const HANDLE = /(?<=\s)@(?=\w)/gu;
const LINK = /https?:\/\/\S{1,500}/gu;
/** A rep's initials at the end of a message, as social channels sign. */
const SIGNATURE = /(?:\s[/^*~-]|(?<=[.!?)])-|\^)\s?\p{L}{1,12}\.?\s?$/u;
/** "1/2" or "(2/2)" of a message sent in parts, at either end. */
const PART_FIRST = /^\s?\(?\d\s?\/\s?\d?\)?(?=\s)/u;
const PART_LAST = /\s\(?[1-9]\s?\/\s?[1-9]?\)?$/u;
const PICTURES = /\p{Extended_Pictographic}|\u200d|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/gu;
const FACES = /(?:^|(?<=\s))[:;=8xX]['’]?-?[)(DPpOo/\\|*]{1,3}(?=\s|$)/gu;

const onOneLine = (text: string): string =>
  text
    .replace(LINK, ' ')
    .replace(PICTURES, ' ')
    .replace(FACES, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(ADDRESSED, '')
    .replace(NUMBERED, ' ')
    .replace(HANDLE, '')
    .replace(/ {2,}/gu, ' ')
    .trim();

/** Whether the message was sent in parts and says so. */
export const isPart = (text: string): boolean => {
  const line = onOneLine(text);
  return PART_LAST.test(line.replace(SIGNATURE, '')) || PART_FIRST.test(line);
};

/** A message without handles, links, faces, part numbers and signature, on one line. */
export const cleaned = (text: string): string =>
  onOneLine(text)
    .replace(PART_LAST, '')
    .replace(SIGNATURE, '')
    .replace(PART_LAST, '')
    .replace(PART_FIRST, '')
    .replace(/#(?=\p{L})/gu, '')
    .replace(/&amp;/gu, '&')
    .trim();
