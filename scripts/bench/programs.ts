import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A small program as a guide would have it: a struct that escapes, a slice, a map, a print. `salt`
 * makes it new to Go's build cache.
 */
export function program(index: number, salt: string): string {
  return `package main

import (
	"fmt"
	"os"
)

// ${salt}
type Request${index} struct{ id, size int }

func newRequest(id int) *Request${index} {
	request := Request${index}{id, id + ${index}}
	return &request
}

func total(sizes []int) (sum int) {
	for _, size := range sizes {
		sum += size
	}
	return sum
}

func main() {
	request := newRequest(${index})
	sizes := make([]int, 0, ${index + 1})
	for size := range ${index + 1} {
		sizes = append(sizes, size)
	}
	byName := map[string]*int{"first": &request.id}
	fmt.Fprintln(os.Stdout, request.size, total(sizes), byName, 42)
}
`;
}

/** Writes the programs as the packages of one Go module, as the raw `go list` wants them. */
export function writeModule(folder: string, count: number, salt: string, goLine: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'go.mod'), `module bench.test/raw\n\ngo ${goLine}\n`);
  for (let index = 0; index < count; index++) {
    mkdirSync(join(folder, `e${index}`));
    writeFileSync(join(folder, `e${index}`, 'main.go'), program(index, salt));
  }
}

/**
 * Writes the same programs as pages of ten examples each, in place of the pages before; with fewer
 * `programs` than examples they come round again. `fence` is what stands behind the three backticks.
 */
export function writePages(
  folder: string,
  count: number,
  salt: string,
  programs = count,
  fence = 'go',
): void {
  const content = join(folder, 'content');
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  for (let page = 0; page * 10 < count; page++) {
    const fences = Array.from({ length: Math.min(10, count - page * 10) }, (_, at) => {
      const index = page * 10 + at;
      return `Example ${index}.\n\n\`\`\`${fence}\n${program(index % programs, salt)}\`\`\`\n`;
    });
    writeFileSync(join(content, `page-${page}.md`), `---\ntitle: Page ${page}\n---\n\n${fences.join('\n')}`);
  }
}
