export default { run: { memoryBytes: 128 << 20 } };
