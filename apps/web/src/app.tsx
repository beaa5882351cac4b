import { CopyProvider, type InitialCopy } from './copy/copy-context.tsx';
import { Router } from './router.tsx';
import type { Opening } from './session/opening.ts';
import { SessionProvider } from './session/session-provider.tsx';
import { BrokenPage } from './ui/broken-page.tsx';

interface AppProps {
  opening: Opening;
  initialCopy: InitialCopy;
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
