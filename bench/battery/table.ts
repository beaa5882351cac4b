import type { CaseResult } from './suite.ts';

interface Cell {
  held: number;
  missed: number;
  failed: number;
}

const textOf = (cell: Cell | undefined): string => {
  if (cell === undefined) return '–';
  const more = [cell.missed > 0 ? `${cell.missed} missed` : '', cell.failed > 0 ? `**${cell.failed} failed**` : ''];
  return [String(cell.held), ...more.filter((text) => text !== '')].join(', ');
};

/** Rows and columns in the order in which they are given; a cell counts the cases that held. */
export function tableOf(results: CaseResult[], rows: readonly string[], columns: readonly string[]): string {
  const cells = new Map<string, Cell>();
  for (const { row, column, outcome } of results) {
    const cell = cells.get(`${row}|${column}`) ?? { held: 0, missed: 0, failed: 0 };
    cell[outcome] += 1;
    cells.set(`${row}|${column}`, cell);
  }
  const lines = rows.map((row) => [row, ...columns.map((column) => textOf(cells.get(`${row}|${column}`)))]);
  const all = [['', ...columns], ...lines];
  const widths = ['', ...columns].map((_, index) => Math.max(3, ...all.map((line) => line[index]?.length ?? 0)));
  const format = (line: string[]) => `| ${line.map((text, index) => text.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [format(head), rule, ...body.map(format)].join('\n');
}
