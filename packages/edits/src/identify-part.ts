import { isJsonObject, type FieldPath, type JsonValue } from '@fairlead/manifests';
import { textAt } from './json-tree.ts';
import { idOfItem, idOfPath } from './part-names.ts';

/**
 * What an item of a list is known by while the list around it changes, for keeping its comments: a port by number and
 * protocol, a rule by host, a path by path and pathType, a TLS entry by its Secret, a text by itself. `undefined`: only
 * by its position. `path` leads to the item.
 */
export function identifyPart(path: FieldPath, item: JsonValue): string | undefined {
  if (typeof item === 'string') return item;
  if (!isJsonObject(item)) return undefined;
  const list = path.filter((step) => typeof step === 'string').join('.');
  switch (list) {
    case 'spec.ports':
      return idOfItem('ports', item);
    case 'spec.rules':
      return idOfItem('rules', item);
    case 'spec.rules.http.paths':
      return idOfPath(item);
    case 'spec.tls':
      return textAt(item, 'secretName') ?? idOfItem('tls', item);
    default:
      return undefined;
  }
}
