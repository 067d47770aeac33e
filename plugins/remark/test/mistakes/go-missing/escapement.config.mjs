export default { go: 'go-of-nowhere' };
