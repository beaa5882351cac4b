/** Telegram answered something that this layer's schema doesn't say. The request may have been carried out. */
export class UnexpectedAnswer extends Error {
  constructor() {
    super('unexpected answer');
    this.name = 'UnexpectedAnswer';
  }
}
