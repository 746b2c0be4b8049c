/** What a question wants to hear, where its words give it away, and how a fact that says it looks. English and Spanish. */
const KINDS: readonly { asked: RegExp; said: RegExp }[] = [
  {
    asked:
      /\b(?:how much|what does it cost|what is the (?:price|cost|fee)|price of|cost of|cuanto (?:cuesta|cuestan|vale|cobran|es)|que precio)\b/,
    said: /[$€£] ?\d|\bfree\b/,
  },
  {
    asked:
      /\b(?:how long|how many days|how soon|how quick|how fast|when (?:will|does|do|can|is)|until when|cuando|cuanto (?:tarda|tiempo|demora)|cuantos dias)\b/,
    said: /\b\d+(?: business)? (?:minute|hour|day|week|month)s?\b|\b\d+ to \d+\b|\bat once\b|\b\d{1,2} ?(?:am|pm)\b/i,
  },
];

/** A test of facts for the kind of answer a question wants; always true for a question that wants no kind in particular. */
export const answersKindOf = (question: string): ((fact: string) => boolean) => {
  const plain = question.slice(0, 4_000).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const wanted = KINDS.filter(({ asked }) => asked.test(plain));
  return (fact) => wanted.length === 0 || wanted.some(({ said }) => said.test(fact));
};
