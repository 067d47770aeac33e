/** What each witness says about a site. */
export interface Evidence {
  /** The message of the escape analysis; empty where it says nothing, and the code does. */
  escape: string;
  /**
   * Allocators of the runtime that the code calls for the site (`runtime.newobject`); empty where it
   * calls none. Absent where the code is not known, or its calls can't be held to be this site's.
   */
  codegen?: string[];
  /** What a run has shown about this very site; absent where none has. */
  run?: string;
}
