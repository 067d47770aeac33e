/** Options of Escapement; each has a default. */
export default {
  // No page of this site explains the rules that messages name; with an address they would lead there.
  docs: '',
  // Limits for every example. A page or a fence can add its own.
  budgets: ['warn: allocs/op <= 10'],
};
