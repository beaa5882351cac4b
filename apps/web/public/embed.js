/**
 * Shows the wizard of Botize Telegram Connect in a dialog of your page:
 *   BotizeConnect.open({ url, onConnected: ({ code, outcome }) => …, onClosed: () => … })
 * `url` comes fresh from your backend (POST /api/v1/connect-links). Your origin has to be in EMBED_ORIGINS.
 */
(() => {
  const source = 'botize-telegram-connect';

  const styled = (element, style) => Object.assign(element.style, style) && element;

  const draw = (src) => {
    const dialog = styled(document.createElement('dialog'), {
      width: 'min(64rem, 96vw)',
      height: 'min(56rem, 96vh)',
      maxWidth: 'none',
      maxHeight: 'none',
      padding: '0',
      border: '0',
      borderRadius: '12px',
      overflow: 'hidden',
    });
    dialog.setAttribute('aria-label', 'Telegram');
    const frame = styled(document.createElement('iframe'), { width: '100%', height: '100%', border: '0' });
    frame.title = 'Telegram';
    frame.allow = 'clipboard-write';
    frame.src = src;
    dialog.append(frame);
    return { dialog, frame };
  };

  /** Returns `{ close }`. `onConnected` comes at most once, `onClosed` exactly once. */
  const open = ({ url, onConnected = () => {}, onClosed = () => {} }) => {
    const { origin, pathname, hash } = new URL(url);
    const { dialog, frame } = draw(`${origin}${pathname}?embed=${encodeURIComponent(window.location.origin)}${hash}`);
    let told = false;

    const close = () => {
      if (!dialog.isConnected) return;
      window.removeEventListener('message', listen);
      dialog.remove();
      onClosed();
    };
    const listen = (event) => {
      const ours = event.origin === origin && event.source === frame.contentWindow && event.data?.source === source;
      if (!ours) return;
      if (event.data.type === 'closed') close();
      if (event.data.type !== 'connected' || told) return;
      told = true;
      const { outcome, code, connectionId } = event.data;
      onConnected({ outcome, code, connectionId });
    };

    window.addEventListener('message', listen);
    dialog.addEventListener('close', close);
    document.body.append(dialog);
    dialog.showModal();
    return { close };
  };

  window.BotizeConnect = Object.freeze({ open });
})();
