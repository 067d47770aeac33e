export default { maxPageBytes: 10 };
