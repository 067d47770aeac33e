export default { budgets: ['frame <= 1', 'warn: heap sites <= 0'] };
