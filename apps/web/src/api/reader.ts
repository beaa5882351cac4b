/** Reads an answer: a schema of the contract, or what stands in for one before the schemas are here. */
export interface Reader<T> {
  safeParse: (value: unknown) => { success: true; data: T } | { success: false };
}

/** A schema that is fetched when the first answer of its kind comes. */
export type LateReader<T> = () => Promise<Reader<T>>;
