import { remark } from 'remark';
import { createUnifiedLanguageServer } from 'unified-language-server';

/* What the command `remark-language-server` is, word for word: it is not in every registry. */
createUnifiedLanguageServer({
  configurationSection: 'remark',
  defaultProcessor: remark,
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  processorName: 'remark',
  processorSpecifier: 'remark',
  rcName: '.remarkrc',
});
