import { Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useCopy } from '../copy/copy-context.tsx';

const root = () => document.documentElement;

/** The theme itself is set before the first paint, by theme.js. */
export function ThemeButton() {
  const { shell } = useCopy();
  const [dark, setDark] = useState(() => root().dataset['theme'] === 'dark');
  const change = () => {
    const theme = dark ? 'light' : 'dark';
    root().dataset['theme'] = theme;
    setDark(!dark);
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
  };
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={dark ? shell.themeLight : shell.themeDark}
      onClick={change}
    >
      {dark ? <Sun /> : <Moon />}
    </button>
  );
}
