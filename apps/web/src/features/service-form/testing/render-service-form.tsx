import { applyEdits, parseEditedObject, type ObjectEdit } from '@fairlead/edits';
import type { JsonObject } from '@fairlead/manifests';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import type { FieldProblem } from '../../../drafts/field-problem.ts';
import type { Messages } from '../../../messages/en.ts';
import { messagesOf } from '../../../messages/languages.ts';
import { MessagesContext } from '../../../messages/use-messages.ts';
import { ClusterClient } from '../../../workers/cluster-client.ts';
import { ClusterContext } from '../../../workers/cluster-context.ts';
import type { ClusterModel } from '../../../workers/cluster-model.ts';
import { connectStandingQuestions } from '../../../workers/standing-questions.ts';
import { buildInPageWorker } from '../../../workers/testing/in-page-worker.ts';
import type { EditedService } from '../form-props.ts';
import { ServiceForm } from '../service-form.tsx';

/** What a test looks at: the draft as it is now, and the steps that led there. */
export interface RenderedForm {
  readonly draft: () => EditedService;
  readonly steps: readonly (readonly ObjectEdit[])[];
  /** Where "only in YAML" and its like were asked to go. */
  readonly shownInYaml: readonly string[];
}

export interface FormSetup {
  readonly isNew?: boolean;
  readonly isReadOnly?: boolean;
  readonly problems?: readonly FieldProblem[];
  /** Words of a test's own. */
  readonly messages?: Messages;
}

/** A Service of name `web` in namespace `shop`, as it would be stored. */
export function aStoredService(spec: JsonObject, metadata: JsonObject = {}): EditedService {
  const parsed = parseEditedObject({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop', ...metadata },
    spec,
  });
  if (parsed.kind !== 'object' || parsed.object.kind !== 'Service')
    throw new Error(`Not a Service: ${JSON.stringify(parsed)}`);
  return parsed.object;
}

/** The form on a draft that follows its edits, with a cluster behind it. An edit that does not fit the draft is a bug. */
export function renderServiceForm(
  service: EditedService,
  model: ClusterModel,
  { isNew = false, isReadOnly = false, problems = [], messages = messagesOf('en') }: FormSetup = {},
): RenderedForm {
  const steps: (readonly ObjectEdit[])[] = [];
  const shownInYaml: string[] = [];
  let now = service;
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  connectStandingQuestions(queries);
  const worker = buildInPageWorker(model);
  const cluster = new ClusterClient(worker.port, {
    origin: 'http://127.0.0.1',
    context: 'test',
    token: 't',
  });
  function Harness(): ReactNode {
    const [object, setObject] = useState(service);
    return (
      <ServiceForm
        object={object}
        base={isNew ? undefined : service}
        onEdit={(edits) => {
          const applied = applyEdits(now, edits);
          if (applied.kind === 'stale' || applied.object.kind !== 'Service')
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
      <ClusterContext value={cluster}>
        <MessagesContext value={messages}>
          <Harness />
        </MessagesContext>
      </ClusterContext>
    </QueryClientProvider>,
  );
  return { draft: () => now, steps, shownInYaml };
}
