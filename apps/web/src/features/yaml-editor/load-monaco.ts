import type { KindSchemaReply } from '@fairlead/api-contract';
import type { SchemasSettings } from 'monaco-yaml';
import { addNonceToStyles } from './add-nonce-to-styles.ts';
import { freeKeys } from './editor-keys.ts';
import { restrictMonaco } from './restrict-monaco.ts';
import { yamlLanguages } from './yaml-languages.ts';

type Parts = typeof import('./monaco-parts.ts');
type SetSchema = (kind: string, reply: KindSchemaReply | undefined) => void;

/** The editor's code, and what it knows of each kind. */
export interface LoadedMonaco {
  readonly monaco: Parts['monaco'];
  /** From now on texts of that kind are checked and completed by this schema, or by none. */
  readonly setSchema: SetSchema;
}

let openedTexts = 0;

/** An address of its own for each text that is opened; the schema of its kind applies to it. */
export function nextUriOf(kind: string): string {
  openedTexts += 1;
  return `file:///${openedTexts}/${kind}.yaml`;
}

/** One schema for each kind; the YAML plug-in starts anew only when one is another than before. */
function startYaml({
  monaco,
  configureMonacoYaml,
}: Pick<Parts, 'monaco' | 'configureMonacoYaml'>): SetSchema {
  const options = {
    enableSchemaRequest: false,
    validate: true,
    hover: false,
    completion: true,
    yamlVersion: '1.1',
  } as const;
  const yaml = configureMonacoYaml(restrictMonaco(monaco), { ...options, schemas: [] });
  const replies = new Map<string, KindSchemaReply>();
  return (kind, reply) => {
    if (replies.get(kind) === reply) return;
    if (reply === undefined) replies.delete(kind);
    else replies.set(kind, reply);
    const schemas = Array.from(replies, ([name, { schema, serverVersion }]): SchemasSettings => ({
      uri: `fairlead://schemas/${serverVersion}/${name}`,
      fileMatch: [`**/${name}.yaml`],
      schema,
    }));
    void yaml.update({ ...options, schemas });
  };
}

async function load(): Promise<LoadedMonaco> {
  // Before the editor's own code, which looks for both while it is evaluated.
  await import('./monaco-environment.ts');
  addNonceToStyles();

  const { monaco, configureMonacoYaml, yamlConfiguration, yamlTokens } = await import('./monaco-parts.ts');
  monaco.languages.register({ id: yamlLanguages.coloured });
  monaco.languages.setMonarchTokensProvider(yamlLanguages.coloured, yamlTokens);
  monaco.languages.setLanguageConfiguration(yamlLanguages.coloured, yamlConfiguration);
  freeKeys(monaco);
  return { monaco, setSchema: startYaml({ monaco, configureMonacoYaml }) };
}

let loading: Promise<LoadedMonaco> | undefined;

/** Loads the editor, once, when the first text is to be edited and not before; what failed is tried again. */
export async function loadMonaco(): Promise<LoadedMonaco> {
  loading ??= load();
  try {
    return await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
