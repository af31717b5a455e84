import type { KindSchemaReply } from '@fairlead/api-contract';
import type { MonacoYaml, SchemasSettings } from 'monaco-yaml';
import { addNonceToStyles } from './add-nonce-to-styles.ts';
import { toPlainSchema } from './plain-schema.ts';

type Parts = typeof import('./monaco-parts.ts');

/** The editor's code, and what it knows of each kind. */
export interface LoadedMonaco {
  readonly monaco: Parts['monaco'];
  /** From now on texts of that kind are checked and completed by the schema. */
  readonly setSchema: (kind: string, reply: KindSchemaReply) => void;
}

export const uriOf = (kind: string): string => `file:///${kind}.yaml`;

async function load(): Promise<LoadedMonaco> {
  await import('./monaco-environment.ts');
  addNonceToStyles();
  const { monaco, configureMonacoYaml } = await import('./monaco-parts.ts');
  const schemas = new Map<string, SchemasSettings>();
  let yaml: MonacoYaml | undefined;
  return {
    monaco,
    setSchema: (kind, { schema, serverVersion }) => {
      schemas.set(kind, {
        uri: `fairlead://schemas/${serverVersion}/${kind}`,
        fileMatch: [uriOf(kind)],
        schema: toPlainSchema(schema),
      });
      const options = {
        enableSchemaRequest: false,
        validate: true,
        hover: true,
        completion: true,
        yamlVersion: '1.1',
        schemas: [...schemas.values()],
      } as const;
      if (yaml === undefined)
        yaml = configureMonacoYaml(monaco, { ...options, schemas: [...schemas.values()] });
      else void yaml.update({ ...options, schemas: [...schemas.values()] });
    },
  };
}

let loaded: Promise<LoadedMonaco> | undefined;

/** Loads the editor, once, when the first text is to be edited and not before. */
export function loadMonaco(): Promise<LoadedMonaco> {
  loaded ??= load();
  return loaded;
}
