export default { contnet: ['content'], run: { timeout: 5 } };
