import { labelValue, type StringMap } from '@fairlead/kube-objects';
import type { ControllerOptions } from './options.ts';
import { readGoBoolean } from './read-arguments.ts';
import type { ProfileName } from './routing-profile.ts';

function readHaproxyIngress(data: StringMap): ControllerOptions {
  const strictHost = readGoBoolean(labelValue(data, 'strict-host') ?? '');
  return strictHost === undefined ? {} : { strictHost };
}

/** A key of the outermost level of a YAML text that stands on one line. */
function topLevelText(text: string, key: string): string | undefined {
  const line = text.split(/\r?\n/).find((each) => each.startsWith(`${key}:`));
  const value = line
    ?.slice(key.length + 1)
    .replace(/\s+#.*$/, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return value === '' ? undefined : value;
}

/** The mesh's own configuration is a YAML text under the key `mesh`. */
function readIstio(data: StringMap): ControllerOptions {
  const mesh = labelValue(data, 'mesh') ?? '';
  const mode = topLevelText(mesh, 'ingressControllerMode');
  const ingressClass = topLevelText(mesh, 'ingressClass');
  return {
    ...(mode === 'OFF' || mode === 'DEFAULT' || mode === 'STRICT' ? { ingressControllerMode: mode } : {}),
    ...(ingressClass === undefined ? {} : { ingressClass }),
  };
}

/** [CTL-14] What the `data` of a controller's ConfigMap says about routing; what it does not say is absent. */
export function readConfigMapOptions(data: StringMap | undefined, profile: ProfileName): ControllerOptions {
  if (data === undefined) return {};
  if (profile === 'haproxy-ingress') return readHaproxyIngress(data);
  return profile === 'istio' ? readIstio(data) : {};
}
