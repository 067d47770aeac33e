export default { run: { processes: 4 } };
