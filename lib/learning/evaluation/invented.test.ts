import { describe, expect, it } from 'vitest';
import { inventedIn } from './invented';

describe('invented words', () => {
  it('are figures and names that no source has', () => {
    expect(inventedIn('The customer owes $45.00 to Nina since March.', ['i owe 45.00'])).toEqual([
      'Nina',
      'March',
    ]);
    expect(inventedIn('Bill INV-118204 is $46.00.', ['INV-118204 is $45.00'])).toEqual(['Bill', '46']);
  });

  it('are no words of the frame, and none that a source has in other letters', () => {
    expect(inventedIn('The rep asked them to call Nina. They said no.', ['NINA will call'])).toEqual([]);
  });
});
