import { resolve } from 'node:path';
import type { RuleId, Toolchain, Variant } from '@escapement/facts';
import { releaseOf } from './releases.ts';
import { runGo } from './go-command.ts';

/** A Go that was found, and how to call it so that only its own version and target decide. */
export interface Go {
  command: string;
  toolchain: Toolchain;
  /** `1.26`: the language version of fences. */
  language: string;
  /** `1.26.8`: what go.work asks for, so that it is never older than a module of the project. */
  release: string;
  goroot: string;
  /** Environment of every go command; the user's flags are not in it. */
  env: NodeJS.ProcessEnv;
  /** What of the environment changes generated code: part of every store key. */
  target: Record<string, string>;
}

/**
 * Asks the go command what it is. Throws an error with `rule: 'go-missing'` where there is no Go, or
 * one that is older than 1.24.
 */
export async function findGo(
  name: string,
  cwd: string,
  timeoutMs: number,
  variant: Variant = {},
): Promise<Go> {
  const found = name.includes('/') ? resolve(cwd, name) : name;
  const user = await goEnv(found, cwd, timeoutMs, variant);
  // The command switches to another release by itself; from then on that release's own command is used.
  const command = variant.go ? `${user['GOROOT']!}/bin/go` : found;
  const oldest = variant.go ? OLDEST_VARIANT : OLDEST;
  const toolchain = { version: user['GOVERSION']!, goos: user['GOOS']!, goarch: user['GOARCH']! };
  const release = /go(1\.(\d+)\S*)/.exec(toolchain.version);
  if (!release || Number(release[2]) < oldest) {
    throw goMissing(`${command} is ${toolchain.version}, but Go 1.${oldest} or newer is needed.`);
  }
  const target = pick(user, TARGET);
  return {
    command,
    toolchain,
    language: `1.${release[2]}`,
    release: release[1]!.replace(/-.*/, ''),
    goroot: user['GOROOT']!,
    env: { ...withoutGo(process.env), ...pick(user, PLACES), ...target, ...FIXED },
    target,
  };
}

/** An error of the rule `go-missing`: no usable Go, or one that failed as a whole. */
export function goMissing(message: string): Error & { rule: RuleId } {
  return Object.assign(new Error(message), { rule: 'go-missing' as const });
}

const OLDEST = 24;

/** The oldest release whose diagnostics are read. */
const OLDEST_VARIANT = 22;

/** Variables that change generated code (`go help environment`); those of other targets are absent. */
const TARGET = words(`GOVERSION GOOS GOARCH GOEXPERIMENT GOFIPS140 GO386 GOAMD64 GOARM GOARM64
  GOMIPS GOMIPS64 GOPPC64 GORISCV64 GOWASM`);

/** Where the user's Go keeps things and how it fetches modules. */
const PLACES = words(`GOROOT GOPATH GOCACHE GOMODCACHE GOPROXY GOSUMDB GOPRIVATE GONOPROXY GONOSUMDB
  GOINSECURE GOVCS GOAUTH GOTMPDIR`);

/** What is the same for everybody, whatever the user has set. */
const FIXED = { GOENV: 'off', GOFLAGS: '', GO111MODULE: 'on', GOTOOLCHAIN: 'local', CGO_ENABLED: '0' };

async function goEnv(
  command: string,
  cwd: string,
  timeoutMs: number,
  { go, goarch }: Variant,
): Promise<Record<string, string>> {
  // Asked with GOTOOLCHAIN=local, as it will run: a go.mod must not switch the version in between.
  const env = {
    ...process.env,
    GOTOOLCHAIN: go ? `go${releaseOf(go)}` : 'local',
    GOWORK: 'off',
    ...(goarch && { GOARCH: goarch, ...(goarch === 'wasm' && { GOOS: 'wasip1' }) }),
  };
  // By name: asked for all, it starts a C compiler to find out how that is called.
  const args = ['env', '-json', ...PLACES, ...TARGET];
  const { exit, stdout, stderr } = await runGo(command, args, { cwd, env, timeoutMs }).catch((cause) => {
    if ('rule' in cause) throw cause;
    throw goMissing(
      `No Go was found: \`${command}\` cannot be started (${cause.code ?? cause.message}). ` +
        `Install Go 1.${OLDEST} or newer from https://go.dev/dl/, or set the option \`go\` to its path.`,
    );
  });
  if (exit !== 0) throw goMissing(`\`${command} env\` failed: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

function withoutGo(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(GO|CGO_)/.test(name)));
}

function pick(values: Record<string, string>, names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
}

function words(text: string): string[] {
  return text.split(/\s+/);
}
