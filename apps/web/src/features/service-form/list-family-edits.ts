import { treeOf, type ObjectEdit, type ServiceFieldName } from '@fairlead/edits';
import type { Service } from '@fairlead/kube-objects';
import { isDeepEqual, ownField, type JsonValue } from '@fairlead/manifests';

function setField(
  object: Service,
  field: ServiceFieldName,
  to: JsonValue | undefined,
): readonly ObjectEdit[] {
  const from = ownField(ownField(treeOf(object), 'spec'), field);
  return isDeepEqual(from, to) ? [] : [{ kind: 'set-field', field, from, to }];
}

/** One family has one address: the second goes with it. Headless Services have no addresses to give up. */
const keepFirstAddress = (object: Service): readonly ObjectEdit[] => {
  const { clusterIPs = [] } = object.spec;
  return clusterIPs.length < 2 ? [] : setField(object, 'clusterIPs', clusterIPs.slice(0, 1));
};

const isSingle = ({ spec }: Service): boolean => (spec.ipFamilyPolicy ?? 'SingleStack') === 'SingleStack';

/** Two families need a policy that allows them (routing SPEC SVC-36). `undefined`: as the cluster has it. */
export const listFamilyEdits = (
  object: Service,
  families: readonly string[] | undefined,
): readonly ObjectEdit[] => [
  ...setField(object, 'ipFamilies', families === undefined ? undefined : [...families]),
  ...(families !== undefined && families.length > 1 && isSingle(object)
    ? setField(object, 'ipFamilyPolicy', 'PreferDualStack')
    : []),
  ...(families !== undefined && families.length === 1 ? keepFirstAddress(object) : []),
];

/** A single stack keeps the first family. */
export const listFamilyPolicyEdits = (object: Service, policy: string): readonly ObjectEdit[] => {
  const { ipFamilies = [] } = object.spec;
  const isReduced = policy === 'SingleStack' && ipFamilies.length > 1;
  return [
    ...setField(object, 'ipFamilyPolicy', policy),
    ...(isReduced ? setField(object, 'ipFamilies', ipFamilies.slice(0, 1)) : []),
    ...(policy === 'SingleStack' ? keepFirstAddress(object) : []),
  ];
};
