import { apiPaths, editRequestSchema, type EditRequest, type RefusedEdit } from '@fairlead/api-contract';
import { kindInfo } from '@fairlead/kube-objects';
import type { FastifyInstance } from 'fastify';
import type { AppSettings } from '../../app-settings.ts';
import { parseWith } from '../../plugins/parse-with.ts';
import { RequestProblem } from '../../plugins/request-problem.ts';
import { readContextName } from '../context-params.ts';
import type { DryRunner } from './dry-runner.ts';

interface EditsApiParts {
  readonly settings: AppSettings;
  /** `undefined` where dry runs are refused too. */
  readonly dryRunner: DryRunner | undefined;
}

/** The request an edit stands for, as a person would send it with `kubectl --raw`. */
function describeRequest({ operation, object }: EditRequest): RefusedEdit {
  const { group, version, resource } = kindInfo(object.kind);
  const base = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  const collection = `${base}/namespaces/${encodeURIComponent(object.metadata.namespace)}/${resource}`;
  return operation === 'create'
    ? { method: 'POST', path: collection, object }
    : { method: 'PUT', path: `${collection}/${encodeURIComponent(object.metadata.name)}`, object };
}

function refuse({ mode, isReadOnly }: AppSettings, edit: EditRequest): RequestProblem {
  const details = { request: describeRequest(edit) };
  if (mode === 'demo') return new RequestProblem('DEMO_READ_ONLY', { details });
  if (isReadOnly)
    return new RequestProblem('READ_ONLY', {
      title: 'Fairlead was started with --read-only: it does not change this cluster.',
      details,
    });
  return new RequestProblem('READ_ONLY', {
    title: 'This version of Fairlead does not change clusters; applying comes with a later version.',
    details,
  });
}

/** Changes of Services and Ingresses. Whatever is refused here is refused before anything goes upstream. */
export function addEditsApi(app: FastifyInstance, { settings, dryRunner }: EditsApiParts): void {
  app.post(apiPaths.dryRun, async (request) => {
    const context = readContextName(request.params);
    const edit = parseWith(editRequestSchema, request.body);
    if (dryRunner === undefined || settings.isReadOnly) throw refuse(settings, edit);
    return dryRunner.dryRun(context, edit);
  });

  app.post(apiPaths.applyEdit, (request): never => {
    throw refuse(settings, parseWith(editRequestSchema, request.body));
  });
}
