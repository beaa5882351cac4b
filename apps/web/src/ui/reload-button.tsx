import { useCopy } from '../copy/copy-context.tsx';
import { Button } from './button.tsx';

/** On a page that nothing else leads on from. */
export function ReloadButton() {
  const { shell } = useCopy();
  return (
    <p>
      <Button look="main" onClick={() => window.location.reload()}>
        {shell.reload}
      </Button>
    </p>
  );
}
