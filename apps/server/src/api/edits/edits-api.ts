import {
  apiPaths,
  applyRequestSchema,
  dryRunRequestSchema,
  type ApplyReply,
  type DryRunReply,
  type DryRunRequest,
  type RefusedEdit,
} from '@fairlead/api-contract';
import { kindInfo } from '@fairlead/kube-objects';
import type { FastifyInstance } from 'fastify';
import { canApply, canDryRun, type AppSettings } from '../../app-settings.ts';
import { collectionPath, objectPath } from '../../cluster/api-path.ts';
import type { ClusterDirectory } from '../../cluster/cluster-directory.ts';
import { parseWith } from '../../plugins/parse-with.ts';
import { RequestProblem } from '../../plugins/request-problem.ts';
import { readContextName } from '../context-params.ts';
import { applyEdit } from './apply-edit.ts';
import type { ConfirmationRules } from './confirm-write.ts';
import { dryRunEdit } from './dry-run-edit.ts';
import { targetOf } from './edit-target.ts';

interface EditsApiParts {
  readonly settings: AppSettings;
  readonly directory: ClusterDirectory;
  readonly confirmation: ConfirmationRules;
}

/** The request an edit stands for, as a person would send it with `kubectl --raw`. */
function describeRequest(edit: DryRunRequest): RefusedEdit {
  const { kind, ...place } = targetOf(edit);
  const address = { type: kindInfo(kind), ...place };
  if (edit.operation === 'create')
    return { method: 'POST', path: collectionPath(address), object: edit.mine };
  const path = objectPath(address);
  return edit.operation === 'delete'
    ? { method: 'DELETE', path }
    : { method: 'PUT', path, object: edit.mine };
}

function refuse({ isReadOnly }: AppSettings, edit: DryRunRequest): RequestProblem {
  const details = { request: describeRequest(edit) };
  if (!isReadOnly) return new RequestProblem('DEMO_READ_ONLY', { details });
  return new RequestProblem('READ_ONLY', {
    title: 'Fairlead was started with --read-only: it does not change this cluster.',
    details,
  });
}

/** Changes of Services and Ingresses. Whatever is refused here is refused before anything goes upstream. */
export function addEditsApi(
  app: FastifyInstance,
  { settings, directory, confirmation }: EditsApiParts,
): void {
  app.post(apiPaths.dryRun, async (request): Promise<DryRunReply> => {
    const context = readContextName(request.params);
    const edit = parseWith(dryRunRequestSchema, request.body);
    if (!canDryRun(settings)) throw refuse(settings, edit);
    return dryRunEdit(await directory.getClient(context), edit);
  });

  app.post(apiPaths.applyEdit, async (request): Promise<ApplyReply> => {
    const context = readContextName(request.params);
    const edit = parseWith(applyRequestSchema, request.body);
    if (!canApply(settings)) throw refuse(settings, edit);
    return applyEdit(await directory.getClient(context), edit, confirmation);
  });
}
