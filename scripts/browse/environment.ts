/**
 * The environment of a shell, for an Astro that a test starts: Vitest's own variables would put it into
 * a mode for tests, in which its dev server does not answer.
 */
export function shellEnvironment(): NodeJS.ProcessEnv {
  const inner = /^(VITEST|NODE_ENV$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|TEST$|FORCE_COLOR$)/;
  const outer = Object.entries(process.env).filter(([name]) => !inner.test(name));
  return { ...Object.fromEntries(outer), NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' };
}
