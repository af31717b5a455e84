import { labelValue } from '@fairlead/kube-objects';
import { ownField, type JsonObject } from '@fairlead/manifests';
import type { EditedObject, ObjectEdit } from './edit.ts';
import { managedPathOf, ownsPath } from './field-owners.ts';
import { itemsAt, textAt } from './json-tree.ts';
import { treeOf } from './parse-edited-object.ts';

/**
 * What comes of a change made past the owner:
 * `reverted`: put back as soon as the owner looks again; `reverted-if-self-heal`: put back where the owner is told to,
 * else shown as a difference; `overwritten-on-next-release`: kept until the owner's next upgrade or apply changes the
 * field; `rebuilt-by-owner`: a controller made the object and may write it again; `field-taken-over`: the field is the
 * manager's by server-side apply, a write that is no apply takes it over without asking.
 */
export type OwnerConsequence =
  | 'reverted'
  | 'reverted-if-self-heal'
  | 'overwritten-on-next-release'
  | 'rebuilt-by-owner'
  | 'field-taken-over';

/** Who else writes the object. */
export type Owner =
  | {
      readonly kind: 'helm';
      readonly release: string | undefined;
      readonly namespace: string | undefined;
      readonly consequence: 'overwritten-on-next-release';
    }
  | { readonly kind: 'argo-cd'; readonly application: string; readonly consequence: 'reverted-if-self-heal' }
  | {
      readonly kind: 'flux';
      readonly source: 'Kustomization' | 'HelmRelease';
      readonly name: string;
      readonly namespace: string | undefined;
      readonly consequence: 'reverted' | 'overwritten-on-next-release';
    }
  | {
      readonly kind: 'reference';
      readonly owner: { readonly kind: string; readonly name: string };
      readonly isController: boolean;
      readonly consequence: 'rebuilt-by-owner';
    }
  | {
      readonly kind: 'field-manager';
      readonly manager: string;
      readonly operation: 'Apply' | 'Update';
      /** RFC 3339; `undefined` where the object does not say. */
      readonly time: string | undefined;
      /** Which of the given edits change a field of this manager. */
      readonly editedFields: readonly ObjectEdit[];
      readonly consequence: 'field-taken-over' | 'overwritten-on-next-release';
    };

const ownManager = 'fairlead';

function listHelm({ metadata }: EditedObject): readonly Owner[] {
  const release = labelValue(metadata.annotations, 'meta.helm.sh/release-name');
  const isManaged = labelValue(metadata.labels, 'app.kubernetes.io/managed-by') === 'Helm';
  if (release === undefined && !isManaged) return [];
  const namespace = labelValue(metadata.annotations, 'meta.helm.sh/release-namespace');
  return [{ kind: 'helm', release, namespace, consequence: 'overwritten-on-next-release' }];
}

/** The tracking id is `application:group/kind:namespace/name`; before it there was a label, which others use too. */
function listArgo({ metadata }: EditedObject): readonly Owner[] {
  const tracking = labelValue(metadata.annotations, 'argocd.argoproj.io/tracking-id');
  const application = tracking?.split(':')[0] ?? labelValue(metadata.labels, 'argocd.argoproj.io/instance');
  if (application === undefined || application === '') return [];
  return [{ kind: 'argo-cd', application, consequence: 'reverted-if-self-heal' }];
}

const fluxSources = [
  ['kustomize.toolkit.fluxcd.io', 'Kustomization', 'reverted'],
  ['helm.toolkit.fluxcd.io', 'HelmRelease', 'overwritten-on-next-release'],
] as const;

function listFlux({ metadata }: EditedObject): readonly Owner[] {
  return fluxSources.flatMap(([prefix, source, consequence]): readonly Owner[] => {
    const name = labelValue(metadata.labels, `${prefix}/name`);
    const namespace = labelValue(metadata.labels, `${prefix}/namespace`);
    return name === undefined ? [] : [{ kind: 'flux', source, name, namespace, consequence }];
  });
}

function listReferences({ metadata }: EditedObject): readonly Owner[] {
  return (metadata.ownerReferences ?? []).map(({ kind, name, controller }) => ({
    kind: 'reference',
    owner: { kind, name },
    isController: controller === true,
    consequence: 'rebuilt-by-owner',
  }));
}

function toManager(entry: JsonObject, edits: readonly ObjectEdit[]): readonly Owner[] {
  const manager = textAt(entry, 'manager') ?? '';
  if (manager === ownManager || ownField(entry, 'subresource') !== undefined) return [];
  const isApply = textAt(entry, 'operation') === 'Apply';
  const fields = ownField(entry, 'fieldsV1');
  return [
    {
      kind: 'field-manager',
      manager,
      operation: isApply ? 'Apply' : 'Update',
      time: textAt(entry, 'time'),
      editedFields: edits.filter((edit) => ownsPath(fields, managedPathOf(edit))),
      consequence: isApply ? 'field-taken-over' : 'overwritten-on-next-release',
    },
  ];
}

/**
 * Who else writes this object, as its labels, annotations, owner references and field managers say. `edits` are those
 * about to be made: each field manager names those of its fields among them. Writers of `status` and Fairlead itself are
 * left out.
 */
export function listOwners(object: EditedObject, edits: readonly ObjectEdit[] = []): readonly Owner[] {
  const entries = itemsAt(ownField(treeOf(object), 'metadata'), 'managedFields');
  return [
    ...listHelm(object),
    ...listArgo(object),
    ...listFlux(object),
    ...listReferences(object),
    ...entries.flatMap((entry) => toManager(entry, edits)),
  ];
}
