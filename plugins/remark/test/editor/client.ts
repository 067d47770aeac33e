import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/** A diagnostic as the Language Server Protocol has it: lines and characters begin at 0. */
interface Diagnostic {
  range: { start: Place; end: Place };
  severity: number;
  code: string;
  codeDescription?: { href: string };
  source: string;
  message: string;
}

interface Place {
  line: number;
  character: number;
}

/** What the protocol calls its severities. */
export const severity = { error: 1, warning: 2 };

/** An editor with a folder open. */
export interface Editor {
  /** Opens a page with a text that need not be that of the file; waits for what the server says of it. */
  open(path: string, text: string): Promise<Diagnostic[]>;
  /** The author types: another text for an open page. */
  type(path: string, text: string): Promise<Diagnostic[]>;
  /**
   * The same for several texts, without waiting for answers: what was said, in its order. A fifth of a second lies
   * between two of them, for the server reads its configuration anew for each, from several threads: where nothing
   * does, their order is chance.
   */
  typeFast(path: string, texts: string[], afterLast: () => void): Promise<Diagnostic[][]>;
  /** The page as "format document" would leave it. */
  format(path: string): Promise<string | undefined>;
  /** What came that is no message of the protocol. */
  noise(): unknown[];
}

/** Starts remark's language server as an editor does, with a folder open. */
export async function startEditor(folder: string): Promise<Editor> {
  const server = spawn(process.execPath, [SERVER, '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  onTestFinished(() => {
    connection.dispose();
    server.kill('SIGKILL');
  });
  const noise: unknown[] = [];
  connection.onError((error) => noise.push(error));
  connection.onUnhandledNotification((message) => noise.push(message));
  let hear: (told: Told) => void = () => {};
  connection.onNotification('textDocument/publishDiagnostics', (told: Told) => hear(told));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
  });
  await connection.sendNotification('initialized', {});

  const uriOf = (path: string) => `${pathToFileURL(folder).href}/${path}`;
  const versions = new Map<string, number>();
  const next = (path: string) => versions.set(path, (versions.get(path) ?? 0) + 1).get(path)!;
  const change = (path: string, text: string) =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf(path), version: next(path) },
      contentChanges: [{ text }],
    });
  /** Listens until a number of answers has come for a page. */
  const listen = (path: string, count: number) => {
    const { promise, resolve } = Promise.withResolvers<Diagnostic[][]>();
    const all: Diagnostic[][] = [];
    hear = ({ uri, diagnostics }) => {
      if (uri !== uriOf(path)) return;
      all.push(diagnostics);
      if (all.length === count) resolve(all);
    };
    return promise;
  };
  return {
    async open(path, text) {
      const answer = listen(path, 1);
      const textDocument = { uri: uriOf(path), languageId: 'markdown', version: next(path), text };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
      return (await answer)[0]!;
    },
    async type(path, text) {
      const answer = listen(path, 1);
      await change(path, text);
      return (await answer)[0]!;
    },
    async typeFast(path, texts, afterLast) {
      const answers = listen(path, texts.length);
      for (const text of texts) {
        await change(path, text);
        await setTimeout(200);
      }
      afterLast();
      return answers;
    },
    async format(path) {
      const edits: { newText: string }[] | null = await connection.sendRequest('textDocument/formatting', {
        textDocument: { uri: uriOf(path) },
        options: { tabSize: 2, insertSpaces: true },
      });
      return edits?.[0]?.newText;
    },
    noise: () => noise,
  };
}

const SERVER = fileURLToPath(new URL('./server.ts', import.meta.url));

interface Told {
  uri: string;
  diagnostics: Diagnostic[];
}
