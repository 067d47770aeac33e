export default { budgets: ['allocs <= 2'] };
