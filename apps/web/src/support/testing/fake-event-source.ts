/** An event stream that says what a test wants. */
export class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static readonly all: FakeEventSource[] = [];
  static last = (): FakeEventSource => FakeEventSource.all.at(-1)!;

  readonly url: string;
  readyState = 0;

  constructor(url: string) {
    super();
    this.url = url;
    FakeEventSource.all.push(this);
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }

  open = () => this.dispatchEvent(new Event('open'));
  break = () => this.dispatchEvent(new Event('error'));
  changed = () => this.dispatchEvent(new Event('changed'));
  refuse(): void {
    this.close();
    this.dispatchEvent(new Event('error'));
  }
}
