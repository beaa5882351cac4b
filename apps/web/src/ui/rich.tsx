import { Fragment, type ReactNode } from 'react';

const isolated = (text: string): ReactNode =>
  text.split(/\[\[(.*?)\]\]/).map((part, index) => (index % 2 === 1 ? <bdi key={index}>{part}</bdi> : part));

/** A sentence of the catalogue: `**bold**`, and `[[set apart]]` for names, numbers and references. */
export function Rich({ text }: { text: string }) {
  return text.split('**').map((part, index) => {
    const content = isolated(part);
    return index % 2 === 1 ? <b key={index}>{content}</b> : <Fragment key={index}>{content}</Fragment>;
  });
}

/** The same sentence without its marks, for names that are only read out. */
export const plain = (text: string): string => text.replaceAll('**', '').replaceAll(/\[\[(.*?)\]\]/g, '$1');
