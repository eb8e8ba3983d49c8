// Colours of verdicts and views can be read: WCAG AA contrast (4.5) of every pair of words and ground, light and dark.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERDICT_CSS } from '../../utils/page/verdict-css.ts';

function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] =
      (hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex)
        .match(/[0-9a-f]{2}/gi)
        ?.map((part) => Number.parseInt(part, 16) / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) ?? [];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const variable = (rule: string, name: string) =>
  new RegExp(`--${name}:\\s*(#[0-9a-f]{3,6})`, 'i').exec(rule)?.[1] ?? '';
const rules = (css: string) => css.split('}').filter((rule) => rule.includes('--'));

test('the measure itself: black on white is 21', () => {
  expect(contrast('#000', '#fff')).toBeCloseTo(21);
});

test.each(rules(VERDICT_CSS))('%s', (rule) => {
  expect(contrast(variable(rule, 'ink'), variable(rule, 'fill'))).toBeGreaterThanOrEqual(4.5);
});

test.each(rules(readFileSync('components/page.css', 'utf8')))('our own pages: %s', (rule) => {
  if (!variable(rule, 'ink')) return;
  expect(contrast(variable(rule, 'ink'), variable(rule, 'fill'))).toBeGreaterThanOrEqual(4.5);
});

test.each(rules(readFileSync('components/style.css', 'utf8')))('views: %s', (rule) => {
  if (!variable(rule, 'paper')) return;
  for (const ink of ['text', 'soft', 'accent']) {
    expect(contrast(variable(rule, ink), variable(rule, 'paper')), ink).toBeGreaterThanOrEqual(4.5);
  }
});
