import { useCopy } from '../copy/copy-context.tsx';

/** The outline of a card; it shows after 300 ms, so that quick answers don't flicker. */
export function Loading() {
  const { shell } = useCopy();
  return (
    <div className="container loading">
      <div className="card card-body skeleton" role="status" aria-label={shell.loading}>
        <i />
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}

/** The same as the whole content of a page. */
export function LoadingPage() {
  const { shell } = useCopy();
  return (
    <main id="content">
      <h1 className="unseen">{shell.loading}</h1>
      <Loading />
    </main>
  );
}
