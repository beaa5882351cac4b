import type { Issue } from '@botize/contract';
import { useCopy } from '../copy/copy-context.tsx';

/** What Telegram itself wrote for the person, with some refusals. Plain text, and marked as Telegram's. */
export function TelegramsWords({ issue }: { issue: Issue | null }) {
  const { shell } = useCopy();
  if (!issue?.text) return null;
  return (
    <blockquote className="telegrams-words">
      <span>{shell.telegramSays}</span> <bdi>{issue.text}</bdi>
    </blockquote>
  );
}
