export default { content: ['.'], otherPages: ['/guide/api/'] };
