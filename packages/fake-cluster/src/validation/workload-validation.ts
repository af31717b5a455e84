import { matchesLabelSelector } from '@fairlead/kube-objects';
import { fieldOf, listAt, objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { invalid, notSupported, required, type FieldError } from '../status/field-error.ts';
import { parseStored } from '../storage/parse-stored.ts';
import { metadataProblems, unchangedProblems } from './metadata-validation.ts';
import { dns1123Label, dns1123Subdomain } from './name-rules.ts';

function containerProblems(podSpec: JsonObject, field: string): FieldError[] {
  const containers = listAt(podSpec, 'containers');
  if (containers.length === 0) return [required(`${field}.containers`)];
  return containers.flatMap((container, index) => {
    const name = textAt(container, 'name');
    const place = `${field}.containers[${index}]`;
    return [
      ...(name === ''
        ? [required(`${place}.name`)]
        : dns1123Label(name).map((why) => invalid(`${place}.name`, name, why))),
      ...(textAt(container, 'image') === '' ? [required(`${place}.image`)] : []),
    ];
  });
}

/** A Pod: its metadata and its containers' names and images. */
export const podProblems = (pod: JsonObject): FieldError[] => [
  ...metadataProblems(pod, dns1123Subdomain),
  ...containerProblems(objectAt(pod, 'spec'), 'spec'),
];

/** A Deployment, ReplicaSet, StatefulSet or DaemonSet: its selector must match its own Pods and never changes. */
export function workloadProblems(workload: JsonObject, before: JsonObject | undefined): FieldError[] {
  const { spec } = parseStored('Deployment', workload);
  const labels = objectAt(workload, 'spec', 'template', 'metadata', 'labels');
  const isMatching = matchesLabelSelector(spec.template?.metadata?.labels ?? {}, spec.selector);
  return [
    ...metadataProblems(workload, dns1123Subdomain),
    ...(before === undefined
      ? []
      : unchangedProblems(
          'spec.selector',
          fieldOf(fieldOf(workload, 'spec'), 'selector'),
          fieldOf(fieldOf(before, 'spec'), 'selector'),
        )),
    ...(spec.selector === undefined ? [required('spec.selector')] : []),
    ...(isMatching
      ? []
      : [
          invalid(
            'spec.template.metadata.labels',
            Object.keys(labels).length === 0 ? null : labels,
            '`selector` does not match template `labels`',
          ),
        ]),
    ...containerProblems(objectAt(workload, 'spec', 'template', 'spec'), 'spec.template.spec'),
  ];
}

/** A Job: its Pods must not be restarted for ever. */
export function jobProblems(job: JsonObject): FieldError[] {
  const policy = textAt(job, 'spec', 'template', 'spec', 'restartPolicy');
  return [
    ...metadataProblems(job, dns1123Subdomain),
    ...containerProblems(objectAt(job, 'spec', 'template', 'spec'), 'spec.template.spec'),
    ...(policy === 'OnFailure' || policy === 'Never'
      ? []
      : [notSupported('spec.template.spec.restartPolicy', policy, ['Never', 'OnFailure'])]),
  ];
}
