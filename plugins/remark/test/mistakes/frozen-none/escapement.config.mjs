export default { frozen: true };
