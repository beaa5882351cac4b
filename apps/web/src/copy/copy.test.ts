import { messageCodes } from '@botize/contract';
import { describe, expect, it } from 'vitest';
import { enLater } from './en-later.ts';
import { en } from './en.ts';
import { esLater } from './es-later.ts';
import { es } from './es.ts';

type Tree = { [member: string]: unknown };

/** Every plain sentence of a catalogue with its path. */
function sentences(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) => {
    if (typeof value === 'string') return [[`${path}${name}`, value] as [string, string]];
    return typeof value === 'object' && value !== null ? sentences(value as Tree, `${path}${name}.`) : [];
  });
}

const shape = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? shape(value as Tree, `${path}${name}.`)
      : [`${path}${name}: ${typeof value}`],
  );

const english = { ...en, ...enLater };
const spanish = { ...es, ...esLater };
const languages = [
  ['English', english],
  ['Spanish', spanish],
] as const;

describe('the catalogues', () => {
  it('have the same members in each language', () => {
    expect(shape(spanish)).toEqual(shape(english));
  });

  it.each(languages)('leave no sentence empty in %s', (_, catalogue) => {
    expect(sentences(catalogue).filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });

  it.each(languages)('cheer nobody in %s', (_, catalogue) => {
    expect(sentences(catalogue).filter(([, sentence]) => /[!¡]/.test(sentence))).toEqual([]);
  });

  it.each(languages)('close each mark that they open in %s', (_, catalogue) => {
    const odd = sentences(catalogue).filter(([, sentence]) => sentence.split('**').length % 2 === 0);
    expect(odd).toEqual([]);
  });

  it('translate every sentence of more than two words', () => {
    const inSpanish = new Map(sentences(spanish));
    const same = sentences(english).filter(
      ([path, sentence]) => sentence.split(' ').length > 2 && inSpanish.get(path) === sentence,
    );
    // What stands on Telegram's own page, which is in English only.
    const theirs = ['guide.oneNumber', 'guide.twoLinks.0'];
    expect(same.map(([path]) => path).filter((path) => !theirs.includes(path))).toEqual([]);
  });
});

describe.each(languages)('the errors in %s', (_, { errors }) => {
  it.each(messageCodes)('say for %s what happened and what to do', (code) => {
    const { title, do: what } = errors(code);
    expect(title).toMatch(/\.$/);
    expect(what.length).toBeGreaterThan(5);
    expect(`${title} ${what}`).not.toMatch(/[A-Z]+_[A-Z]+|undefined/);
  });
});

describe('sentences with numbers', () => {
  it('name one missing digit of a hash, several, and too many', () => {
    expect(en.credentials.hashLength(31)).toBe('31 of 32: one is missing.');
    expect(en.credentials.hashLength(29)).toBe('29 of 32: 3 are missing.');
    expect(en.credentials.hashLength(33)).toBe('33 instead of 32: one too many.');
    expect(es.credentials.hashLength(31)).toBe('31 de 32: falta uno.');
  });

  it('count tries', () => {
    expect(enLater.code.triesLeft(1)).toBe('One try left.');
    expect(enLater.code.triesLeft(4)).toBe('4 tries left.');
    expect(esLater.code.triesLeft(1)).toBe('Queda un intento.');
  });
});
