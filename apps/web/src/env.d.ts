interface ImportMetaEnv {
  /** `true` puts the workshop page into a build, for looking at every state without a server. */
  readonly VITE_WORKSHOP?: string;
}
