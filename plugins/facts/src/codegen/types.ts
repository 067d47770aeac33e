/** The memory that one call of a function takes on the stack. */
export interface Frame {
  /** As the linker names it, without the package: `New`, `(*T).M`, `main.func1`, `Map[go.shape.int]`. */
  func: string;
  /** Size of the frame: locals, saved registers and arguments for calls. */
  bytes: number;
  /** Size of the arguments and results that the caller keeps. */
  args: number;
}

/** One call of a function of the runtime that takes memory from the heap. */
export interface AllocatorCall {
  /**
   * The line that the call was generated for: the innermost one, so that of inlined code is the
   * callee's. A file of another package comes with its import path. The compiler gives no column.
   */
  pos: { file: string; line: number };
  /** With its package: `runtime.newobject`. */
  symbol: string;
  /** The function whose code holds the call, named as in `Frame`. */
  func: string;
}

/** What the generated code says about memory. */
export interface Codegen {
  frames: Frame[];
  allocations: AllocatorCall[];
}
