/** Everything that should not have happened, by kind; a few examples of each. */
export class Findings {
  readonly #tell: (text: string) => void;
  readonly #examples = new Map<string, { count: number; examples: string[] }>();

  /** `tell` hears of the first few of each kind at once. */
  constructor(tell: (text: string) => void) {
    this.#tell = tell;
  }

  add(kind: string, example: string): void {
    const known = this.#examples.get(kind) ?? { count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < 5) {
      known.examples.push(example);
      this.#tell(`✗ ${kind}: ${example}`);
    }
    this.#examples.set(kind, known);
  }

  get count(): number {
    return [...this.#examples.values()].reduce((sum, { count }) => sum + count, 0);
  }

  list(): { kind: string; count: number; examples: string[] }[] {
    return [...this.#examples].map(([kind, found]) => ({ kind, ...found }));
  }
}
