import { applyEdits, parseEditedObject, type ObjectEdit } from '@fairlead/edits';
import type { JsonObject } from '@fairlead/manifests';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import type { FieldProblem } from '../../../drafts/field-problem.ts';
import type { Messages } from '../../../messages/en.ts';
import { messagesOf } from '../../../messages/languages.ts';
import { MessagesContext } from '../../../messages/use-messages.ts';
import type { ApiClient } from '../../../server-state/api-client.ts';
import { ServerContext } from '../../../server-state/server-context.ts';
import { ClusterClient } from '../../../workers/cluster-client.ts';
import { ClusterContext } from '../../../workers/cluster-context.ts';
import type { ClusterModel } from '../../../workers/cluster-model.ts';
import { connectStandingQuestions } from '../../../workers/standing-questions.ts';
import { buildInPageWorker } from '../../../workers/testing/in-page-worker.ts';
import type { EditedIngress } from '../form-props.ts';
import { IngressForm } from '../ingress-form.tsx';

/** What a test looks at: the draft as it is now, and the steps that led there. */
export interface RenderedForm {
  readonly draft: () => EditedIngress;
  readonly steps: readonly (readonly ObjectEdit[])[];
  /** Where "only in YAML" and its like were asked to go. */
  readonly shownInYaml: readonly string[];
  /** What was asked of the server. */
  readonly asked: readonly string[];
}

export interface FormSetup {
  readonly isNew?: boolean;
  readonly isReadOnly?: boolean;
  readonly problems?: readonly FieldProblem[];
  /** Words of a test's own. */
  readonly messages?: Messages;
  /** Answers of the server by the end of the address; anything else is refused. */
  readonly replies?: Readonly<Record<string, unknown>>;
}

/** An Ingress of name `shop` in namespace `shop`, as it would be stored. */
export function aStoredIngress(spec: JsonObject, metadata: JsonObject = {}): EditedIngress {
  const parsed = parseEditedObject({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'shop', namespace: 'shop', ...metadata },
    spec,
  });
  if (parsed.kind !== 'object' || parsed.object.kind !== 'Ingress')
    throw new Error(`Not an Ingress: ${JSON.stringify(parsed)}`);
  return parsed.object;
}

const anApi = (asked: string[], replies: Readonly<Record<string, unknown>>): ApiClient => ({
  get: async (path, schema) => {
    asked.push(path);
    const [, reply] = Object.entries(replies).find(([end]) => path.endsWith(end)) ?? [];
    if (reply === undefined) throw new Error(`Nothing is known of ${path}.`);
    return schema.parse(reply);
  },
  post: () => Promise.reject(new Error('not used')),
});

/** The form on a draft that follows its edits, with a cluster behind it. An edit that does not fit the draft is a bug. */
export function renderIngressForm(
  ingress: EditedIngress,
  model: ClusterModel,
  {
    isNew = false,
    isReadOnly = false,
    problems = [],
    messages = messagesOf('en'),
    replies = {},
  }: FormSetup = {},
): RenderedForm {
  const steps: (readonly ObjectEdit[])[] = [];
  const shownInYaml: string[] = [];
  const asked: string[] = [];
  let now = ingress;
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  connectStandingQuestions(queries);
  const worker = buildInPageWorker(model);
  const cluster = new ClusterClient(worker.port, {
    origin: 'http://127.0.0.1',
    context: 'test',
    token: 't',
  });
  const session = {
    mode: 'serve' as const,
    readOnly: false,
    canDryRun: true,
    version: '0.1.0',
    port: 7420,
    startId: 'start',
    contexts: [],
  };
  function Harness(): ReactNode {
    const [object, setObject] = useState(ingress);
    return (
      <IngressForm
        object={object}
        base={isNew ? undefined : ingress}
        onEdit={(edits) => {
          const applied = applyEdits(now, edits);
          if (applied.kind === 'stale' || applied.object.kind !== 'Ingress')
            throw new Error(`An edit does not fit: ${JSON.stringify(applied)}`);
          now = applied.object;
          steps.push(edits);
          setObject(now);
        }}
        problems={problems}
        isReadOnly={isReadOnly}
        onShowInYaml={(path) => shownInYaml.push(path.join('.'))}
      />
    );
  }
  render(
    <QueryClientProvider client={queries}>
      <ServerContext value={{ api: anApi(asked, replies), session }}>
        <ClusterContext value={cluster}>
          <MessagesContext value={messages}>
            <Harness />
          </MessagesContext>
        </ClusterContext>
      </ServerContext>
    </QueryClientProvider>,
  );
  return { draft: () => now, steps, shownInYaml, asked };
}
