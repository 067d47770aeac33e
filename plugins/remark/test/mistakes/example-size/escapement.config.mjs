export default { compile: { maxSourceBytes: 20 } };
