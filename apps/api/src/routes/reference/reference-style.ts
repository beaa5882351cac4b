export const referenceStyle = `:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; display: grid; grid-template-columns: 16rem minmax(0, 48rem); gap: 2rem; padding: 1.5rem; }
nav { position: sticky; top: 1.5rem; align-self: start; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { margin-bottom: 0.35rem; }
a { color: light-dark(#0b5cad, #8cc4ff); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
section { border-top: 1px solid var(--line); padding: 1rem 0; }
h3 { margin: 0 0 0.25rem; }
h4 { margin: 1rem 0 0.25rem; font-size: 0.9rem; }
code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
.scope { opacity: 0.8; float: right; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
td { border-bottom: 1px solid var(--line); padding: 0.3rem 0.75rem 0.3rem 0; vertical-align: top; }
@media (max-width: 50rem) { body { grid-template-columns: minmax(0, 1fr); } nav { position: static; } .scope { float: none; display: block; } }
`;
