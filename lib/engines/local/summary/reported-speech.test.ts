import { describe, expect, it } from 'vitest';
import { reported } from './reported-speech';

const WORDS = 30;

describe('what a customer said, as a colleague reports it', () => {
  it.each([
    ["Hi Nina, why can't I open my bill?", "The customer asked why they can't open their bill"],
    ['How do I move my visit?', 'The customer asked how to move their visit'],
    ['Is it my gateway?', 'The customer asked whether it is their gateway'],
    ['Could you please call me back', 'The customer asked us to call them back'],
    ['Please take the fee off my bill, thanks!', 'The customer asked us to take the fee off their bill'],
    [
      "Hello, I'm still waiting for the box you sent me.",
      'The customer said that they are still waiting for the box we sent them',
    ],
    ['i was charged twice lol', 'The customer said that they were charged twice'],
    [
      'Bought a mesh point and it never worked',
      'The customer said that they bought a mesh point and it never worked',
    ],
    ['Waiting since Monday', 'The customer said that they are waiting since Monday'],
    [
      'The app My Larkspur shows a blank page',
      'The customer said that the app My Larkspur shows a blank page',
    ],
    ['Um, I, I need a technician', 'The customer said that they need a technician'],
    ['NO SERVICE AGAIN', 'The customer said: NO SERVICE AGAIN'],
  ])('%s', (said, note) => {
    expect(reported(said, 'customer', WORDS)).toBe(note);
  });
});

describe('what a rep said', () => {
  it.each([
    [
      "I've waived the $8.00 fee on your bill.",
      'The rep said that we have waived the $8.00 fee on their bill',
    ],
    ["I'm sorry about that, could you restart it?", 'The rep asked them to restart it'],
    [
      'Unplug the gateway and leave it off for 60 seconds.',
      'The rep asked them to unplug the gateway and leave it off for 60 seconds',
    ],
    [
      'That gets you a credit if you wait, and we text you the link.',
      'The rep said that that gets them a credit if they wait, and we text them the link',
    ],
    ['Which device are you on?', 'The rep asked which device they are on'],
    ['DM us your number', 'The rep asked them to DM us their number'],
  ])('%s', (said, note) => {
    expect(reported(said, 'rep', WORDS)).toBe(note);
  });

  it('keeps no more words than asked for', () => {
    expect(reported('We will send you a new box on Monday or Tuesday', 'rep', 6)).toBe(
      'The rep said that we will send them a new…',
    );
  });
});
