/** The languages of the page, as ISO 639-1. Apart from the schemas, so that the first page can ask without them. */
export const locales = ['en', 'es', 'ar'] as const;
