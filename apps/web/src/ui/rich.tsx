import type { ReactNode } from 'react';

const marks = /\*\*|\[\[(.*?)\]\]/g;

/** A sentence of the catalogue: `**bold**`, and `[[set apart]]` for names, numbers and references. */
export function Rich({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let bold = false;
  let from = 0;
  const add = (content: ReactNode, key: string) => {
    if (content !== '') parts.push(bold ? <b key={key}>{content}</b> : content);
  };
  for (const mark of text.matchAll(marks)) {
    add(text.slice(from, mark.index), `text ${from}`);
    from = mark.index + mark[0].length;
    if (mark[0] === '**') bold = !bold;
    // What is set apart comes from outside: marks in it mean nothing.
    else add(<bdi key={`apart ${from}`}>{mark[1]}</bdi>, `apart ${from}`);
  }
  add(text.slice(from), `text ${from}`);
  return parts;
}

/** The same sentence without its marks, for names that are only read out. */
export const plain = (text: string): string => text.replaceAll(marks, '$1');
