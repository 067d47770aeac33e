/** A program that is to be run, in paths of this machine. */
export interface Program {
  binary: string;
  args: string[];
  /** An empty directory of its own. */
  home: string;
  /** The directory that it starts in and may read: that of a test, for its `testdata`; else it starts at home. */
  reads?: string | undefined;
  /** The one file outside of its home that it may write; it exists. Arguments and variables call it `as`. */
  writes?: { path: string; as: string } | undefined;
  /** Variables beside those that every program has. */
  env?: Record<string, string> | undefined;
}

/** How a program is started so that it is confined. */
export interface Confined {
  command: string;
  args: string[];
  cwd: string;
  /** The whole environment. */
  env: Record<string, string>;
  /** Takes the places of this machine out of what it printed. */
  tidy: (text: string) => string;
}

/** Says how to start a program. */
export type Sandbox = (program: Program) => Confined;

/**
 * What every program finds in its environment: nothing of the user's, and the same on every machine. A go
 * command that it may find downloads nothing.
 */
export const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC', GOPROXY: 'off' };

/** Where a program sees itself, its home, and the directory of its test. */
export const PLACES = { binary: '/example', home: '/home/gopher', reads: '/package' };
