/** `url` as it came, with its query. */
export const pathOf = (url: string) => url.split('?', 1)[0] ?? '';

export const isApi = (path: string) => path === '/api' || path.startsWith('/api/');

/** The web app's files: the same for everybody, so they may be kept. */
export const isPublic = (path: string) => !isApi(path) && !['/healthz', '/readyz', '/metrics'].includes(path);

/** Reads with a bearer key and never with a cookie, so no other site's page can abuse it. */
export const isHostApi = (path: string) => path === '/api/v1' || path.startsWith('/api/v1/');

/** A path that isn't valid percent-encoding names nothing we have: it is taken literally, so that it is simply not found. */
export const withReadablePath = (url: string): string => {
  const path = pathOf(url);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length);
  }
};
