export default { timings: 'committed' };
