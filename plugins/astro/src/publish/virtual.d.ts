/** The site's facts in a build; nothing while developing, where `loadSite` asks the toolchain. */
declare module 'virtual:escapement/site' {
  import type { PublishedSite } from '@escapement/remark';
  export const built: PublishedSite | undefined;
  export function loadSite(): Promise<PublishedSite>;
}
