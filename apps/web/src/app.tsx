import type { Locale } from '@botize/contract';
import { CopyProvider } from './copy/copy-context.tsx';
import type { Catalogue } from './copy/en.ts';
import { Router } from './router.tsx';
import type { Opening } from './session/opening.ts';
import { SessionProvider } from './session/session-provider.tsx';
import { BrokenPage } from './ui/broken-page.tsx';

interface AppProps {
  opening: Opening;
  initialCopy: { locale: Locale; copy: Catalogue };
}

export function App({ opening, initialCopy }: AppProps) {
  return (
    <CopyProvider initial={initialCopy}>
      <BrokenPage>
        <SessionProvider opening={opening}>
          <Router />
        </SessionProvider>
      </BrokenPage>
    </CopyProvider>
  );
}
