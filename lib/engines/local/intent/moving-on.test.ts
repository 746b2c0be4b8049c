import { describe, expect, it } from 'vitest';
import { afterTurning } from './moving-on';

describe('afterTurning', () => {
  it.each([
    ["Yes, please. And while I've got you, the dishwasher visit clashes", 'the dishwasher visit clashes'],
    ['By the way: my invoice lists two phones too many', 'my invoice lists two phones too many'],
    ['gracias. otra cosa, la factura salió muy alta', 'la factura salió muy alta'],
    ['Fine. Do the smaller plan with autopay discount', 'Do the smaller plan with autopay discount'],
  ])('%s', (text, rest) => {
    expect(afterTurning(text)).toBe(rest);
  });

  it.each([
    'the light is blinking red',
    'one more thing',
    'fine, the gateway restarted now',
    'by the way, ok',
  ])('stays: %s', (text) => {
    expect(afterTurning(text)).toBeNull();
  });
});
