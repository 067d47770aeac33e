export default { timings: 'keep' };
