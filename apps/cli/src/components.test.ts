import { expect, test } from 'vitest';
import { addDays, momentOf } from '@kanribo/kernel';
import { componentsAge, componentsText } from './components.ts';

const at = (text: string) => momentOf(Date.parse(text));

test('CLI-60: the age of the components is told by the day in Tokyo on which they were brought up to date', () => {
  const { asOf } = componentsAge(at('2030-01-01T00:00:00Z'));
  expect(componentsAge(at(`${asOf}T14:59:59Z`))).toEqual({ asOf, days: 0 });
  expect(componentsAge(at(`${asOf}T15:00:00Z`))).toEqual({ asOf, days: 1 });
  expect(componentsText({ asOf, days: 1 })).toMatch(/^令和.*（1日前）$/u);
});

test('CLI-60: from half a year on it says what to do', () => {
  const { asOf } = componentsAge(at('2030-01-01T00:00:00Z'));
  const after = (days: number) =>
    componentsText(componentsAge(at(`${addDays(asOf, days)}T00:00:00Z`)));
  expect(after(184)).not.toContain('新しい版を入手');
  expect(after(185)).toContain('新しい版を入手');
});
