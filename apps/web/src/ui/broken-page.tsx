import { Component, type ReactNode } from 'react';
import { useCopy } from '../copy/copy-context.tsx';
import { ReloadButton } from './reload-button.tsx';

interface BrokenPageProps {
  children: ReactNode;
}

/** Stands in for a page that couldn't be drawn, for instance because a part of it couldn't be fetched. */
export class BrokenPage extends Component<BrokenPageProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

export function Broken() {
  const { shell } = useCopy();
  return (
    <main className="container message">
      <h1>{shell.brokenTitle}</h1>
      <p className="lead">{shell.brokenLead}</p>
      <ReloadButton />
    </main>
  );
}
