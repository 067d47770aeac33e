/** Options of Escapement; each has a default. */
export default {
  // Limits for every example. A page or a fence can add its own.
  budgets: ['warn: allocs/op <= 10'],
};
