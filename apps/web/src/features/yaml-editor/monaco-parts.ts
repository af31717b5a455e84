import 'monaco-editor/esm/vs/editor/editor.all.js';
import 'monaco-editor/esm/vs/basic-languages/yaml/yaml.contribution.js';

export * as monaco from 'monaco-editor/esm/vs/editor/editor.api.js';
export {
  conf as yamlConfiguration,
  language as yamlTokens,
} from 'monaco-editor/esm/vs/basic-languages/yaml/yaml.js';
export { configureMonacoYaml } from 'monaco-yaml';
