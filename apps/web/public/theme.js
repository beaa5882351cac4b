// Runs before the first paint, so that nobody sees the wrong theme flash. A file of its own: the policy allows no inline script.
(function () {
  var root = document.documentElement;
  var stored = null;
  try {
    stored = localStorage.getItem('theme');
  } catch {
    // Storage may be blocked in a frame; the system's theme is used then.
  }
  var dark = stored ? stored === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'dark' : 'light';
  if (window.top !== window.self) root.dataset.embedded = 'true';
})();
