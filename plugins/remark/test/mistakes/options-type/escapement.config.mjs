export default { run: { timeoutMs: '5s' }, content: 'content' };
