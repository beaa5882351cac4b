import { Api } from 'telegram';
import type { Client } from './client.ts';

const longestText = 500;
const longestWaitMs = 1_500;

/** Telegram's own words to a person, as plain text: control and direction characters out, spaces folded, cut. */
export function plainText(message: string): string | null {
  const plain = message
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const cut = plain.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '');
  return cut === '' ? null : cut;
}

/**
 * Listens for the service notification that explains a 406, which may come before the error or after it. `text`
 * waits for it up to 1.5 s; null if none comes.
 */
export function listenForNotice(client: Pick<Client, 'onEnd' | 'onUpdate'>): {
  text(): Promise<string | null>;
  stop(): void;
} {
  let heard!: (message: string | null) => void;
  const notice = new Promise<string | null>((resolve) => {
    heard = resolve;
  });
  const stops = [
    client.onEnd(() => heard(null)),
    client.onUpdate((update) => {
      if (update instanceof Api.UpdateServiceNotification) heard(plainText(update.message));
    }),
  ];
  return {
    stop: () => stops.forEach((stop) => stop()),
    async text() {
      const timer = setTimeout(() => heard(null), longestWaitMs);
      return notice.finally(() => clearTimeout(timer));
    },
  };
}
