/** Everything that should not have happened, by kind; a few examples of each. */
export class Findings {
  readonly #heard: (kind: string, example: string) => void;
  readonly #examples = new Map<string, { count: number; examples: string[] }>();

  /** `heard` is told of each at once. */
  constructor(heard: (kind: string, example: string) => void) {
    this.#heard = heard;
  }

  add(kind: string, example: string): void {
    const known = this.#examples.get(kind) ?? { count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < 5) {
      known.examples.push(example);
    }
    this.#heard(kind, example);
    this.#examples.set(kind, known);
  }

  get count(): number {
    return [...this.#examples.values()].reduce((sum, { count }) => sum + count, 0);
  }

  list(): { kind: string; count: number; examples: string[] }[] {
    return [...this.#examples].map(([kind, found]) => ({ kind, ...found }));
  }
}
