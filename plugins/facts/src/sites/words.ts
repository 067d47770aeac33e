/**
 * The compiler's words for a step of a flow chain, in plain English. The keys are the notes of
 * cmd/compile/internal/escape (assign.go, call.go, expr.go, stmt.go, utils.go, solve.go).
 *
 * @param expr the step's expression, in which the result of an inlined call is `~r0`
 */
export function stepWords(why: string, expr = ''): string {
  if (why === 'assign' || why === 'assign-pair') {
    if (/^~r\d+ :?= /.test(expr)) return 'the inlined call returns it';
    if (/ :?= ~r\d+$/.test(expr)) return 'the result of the inlined call is assigned';
  }
  return WORDS[why] ?? why;
}

const WORDS: Record<string, string> = {
  'address-of': 'its address is taken',
  spill: 'the value gets memory of its own, and a pointer to it',
  assign: 'the pointer is assigned',
  'assign-pair': 'the pointer is assigned',
  'assign-pair-dot-type': 'it is assigned from a type assertion',
  'assign-pair-mapr': 'it is assigned from a map lookup',
  'assign-pair-receive': 'it is assigned from a channel receive',
  return: 'it is returned',
  send: 'it is sent on a channel',
  'call parameter': 'it is passed to a call that may keep it',
  'call argument': 'it is passed to a call',
  'callee operand': 'it is what the call calls',
  'interface-converted': 'it is converted to an interface',
  'captured by a closure': 'a closure captures it',
  reference: 'the closure refers to it',
  'struct literal element': 'it is put in a field of a struct',
  'array literal element': 'it is put in an array',
  'slice-literal-element': 'it is put in a slice',
  'map literal key': 'it is put in a map, as a key',
  'map literal value': 'it is put in a map, as a value',
  'key of map put': 'it is put in a map, as a key',
  'value of map put': 'it is put in a map, as a value',
  'appended to slice': 'it is appended to a slice',
  'appendee slice': 'the slice is appended to',
  'copied slice': 'it is copied into a slice',
  slice: 'it is sliced',
  range: 'it is ranged over',
  'range-deref': 'an element is read while ranging',
  dot: 'a field of it is used',
  'dot of pointer': 'a field is reached through the pointer',
  indirection: 'the pointer is followed',
  'fixed-array-index-of': 'an element of the array is used',
  'slice-to-array': 'the slice is converted to an array',
  'switch case': 'it is bound in a switch',
  'too large for stack': 'it is too large for the stack',
  'too aligned for stack': 'its alignment is too large for the stack',
  'non-constant size': 'its size is not known at compile time',
  'zero-sized element': 'its elements have no size',
};
