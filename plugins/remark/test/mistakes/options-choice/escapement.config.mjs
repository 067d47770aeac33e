export default { timings: 'sometimes' };
