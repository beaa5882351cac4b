import { useLaterCopy } from '../copy/copy-context.tsx';
import { PlainHeader } from '../session/plain-header.tsx';
import { Page, usePageTitle } from '../ui/page.tsx';
import { Rich } from '../ui/rich.tsx';

interface Topic {
  title: string;
  text: string;
}

function Topics({ title, items }: { title: string; items: Topic[] }) {
  usePageTitle(title);
  return (
    <Page header={<PlainHeader />}>
      <main id="content" className="container message">
        <h1>{title}</h1>
        {items.map((item) => (
          <section key={item.title} className="topic">
            <h2>{item.title}</h2>
            <p>
              <Rich text={item.text} />
            </p>
          </section>
        ))}
      </main>
    </Page>
  );
}

export function HelpPage() {
  const { help } = useLaterCopy();
  return <Topics title={help.title} items={help.items} />;
}

export function PrivacyPage() {
  const { privacy } = useLaterCopy();
  return <Topics title={privacy.title} items={privacy.items} />;
}
