import { createElement, type SVGProps } from 'react';

interface Drawing {
  node: [tag: string, attributes: Record<string, string>][];
}

/**
 * Makes an icon of Lucide's drawing. It takes the place of Lucide's own maker (vite.config.ts), which can do much that
 * nothing here asks for and weighs more than the drawings of the first page.
 */
export const createIcon =
  ({ node }: Drawing) =>
  ({ className, ...attributes }: SVGProps<SVGSVGElement>) =>
    createElement(
      'svg',
      {
        width: 24,
        height: 24,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        className: className ? `lucide ${className}` : 'lucide',
        'aria-hidden': true,
        ...attributes,
      },
      ...node.map(([tag, drawn]) => createElement(tag, drawn)),
    );
