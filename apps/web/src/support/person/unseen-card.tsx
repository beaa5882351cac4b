import { Lock } from 'lucide-react';
import { useSupportCopy } from '../support-copy.tsx';

/** What no member of staff can see, whoever asks. */
export function UnseenCard() {
  const { person: copy } = useSupportCopy();
  return (
    <section className="card beside-card" aria-labelledby="unseen-title">
      <h2 id="unseen-title">{copy.nobodySees}</h2>
      <ul className="unseen-list">
        {copy.unseen.map((each) => (
          <li key={each}>
            <Lock /> {each}
          </li>
        ))}
      </ul>
    </section>
  );
}
