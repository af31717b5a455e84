import { refOf, type Ingress } from '@fairlead/kube-objects';
import { findControllerAnnotation, familyOfProfileName, type ServingController } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import { listAnnotationEntries } from '../subjects/annotation-reader.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { findServer } from '../subjects/served-by.ts';

type SnippetServer = ServingController & { readonly profile: 'ingress-nginx' | 'f5-nginx' };

/** F5's takes snippets where it is started with `-enable-snippets`; `undefined`: it does not run here. */
function areTaken({ reader }: CheckContext, { workload }: ServingController): boolean | undefined {
  const found = workload && reader.find(workload.kind, workload.namespace, workload.name);
  return found?.spec.template?.spec?.containers?.some(({ command = [], args = [] }) =>
    [...command, ...args].some((word) => /^--?enable-snippets(?:=(?:true|1|t))?$/i.test(word)),
  );
}

function listSnippets(ingress: Ingress, { profile }: SnippetServer): readonly string[] {
  const family = familyOfProfileName(profile);
  if (family === undefined) return [];
  return listAnnotationEntries(ingress)
    .filter(
      ([key, value]) =>
        value.trim() !== '' && findControllerAnnotation(family, key)?.value.kind === 'snippet',
    )
    .map(([key]) => key);
}

/**
 * Snippets are refused or ignored unless whoever runs the controller has allowed them. Whether ingress-nginx does stands in
 * its ConfigMap (`allow-snippet-annotations`, off since 1.9), and where it does, they are a way to the controller's rights
 * (CVE-2021-25742). F5's has the argument `-enable-snippets`.
 * https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/#allow-snippet-annotations,
 * https://docs.nginx.com/nginx-ingress-controller/configuration/ingress-resources/advanced-configuration-with-snippets/
 */
export const ing032: Check<'Ingress'> = {
  id: 'ING-032',
  severity: 'warning',
  effect: 'hygiene',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass', 'Deployment', 'DaemonSet', 'StatefulSet'],
  run(ingress, context) {
    const server = findServer(context, ingress, ['ingress-nginx', 'f5-nginx']);
    if (server === undefined) return nothingFound;
    const keys = listSnippets(ingress, server);
    if (keys.length === 0 || (server.profile === 'f5-nginx' && areTaken(context, server) !== false))
      return nothingFound;
    const words = context.words.ing032;
    const finding = buildFinding(ing032, {
      place: { ref: refOf(ingress), field: 'metadata.annotations' },
      label: words.label(),
      title: words.title(server.profile, keys),
      happens: words.happens(server.profile),
      why: words.why(server.profile),
      fixes: [
        buildEditFix(
          ingress,
          words.remove,
          keys.map((key) => editAnnotation(ingress, key, undefined)),
        ),
      ],
      since: ingress.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
