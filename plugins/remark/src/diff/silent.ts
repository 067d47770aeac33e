import type { PublishedExample } from '../publish/schema.ts';

/** Whether nothing is known of an example, because it does not compile. */
export function isSilent({ status, sites, functions = [] }: PublishedExample): boolean {
  return status !== 'verified' && sites.length === 0 && functions.length === 0;
}
