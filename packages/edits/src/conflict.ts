import type { JsonValue } from '@fairlead/manifests';
import type { PathName, PortName, RuleName, SetEntry, TlsName } from './edit.ts';

/**
 * What a conflict is about, by meaning. `field` is one field of the part; `undefined` the part as a whole: one side took
 * it away and the other changed it. Parts have the names they have in the base, or that both gave them.
 */
export type ConflictPlace =
  | { readonly kind: 'field'; readonly keys: readonly string[] }
  | { readonly kind: 'entry'; readonly map: SetEntry['map']; readonly key: string }
  | { readonly kind: 'port'; readonly port: PortName; readonly field: string | undefined }
  | { readonly kind: 'rule'; readonly rule: RuleName; readonly field: string | undefined }
  | { readonly kind: 'path'; readonly path: PathName; readonly field: string | undefined }
  | { readonly kind: 'tls'; readonly tls: TlsName; readonly field: string | undefined }
  /** Both moved items of the list, to different orders. `rule` for the paths of a rule. */
  | {
      readonly kind: 'order';
      readonly list: 'ports' | 'rules' | 'tls' | 'paths';
      readonly rule: RuleName | undefined;
    };

/** Both sides changed the same, differently. `undefined`: it is not there on that side. */
export interface Conflict {
  /** Stable for the same place: what a choice refers to. */
  readonly id: string;
  readonly place: ConflictPlace;
  readonly base: JsonValue | undefined;
  readonly mine: JsonValue | undefined;
  readonly theirs: JsonValue | undefined;
}

export type ConflictChoice =
  | { readonly take: 'mine' | 'theirs' }
  /** `undefined`: the field or part is taken out. An order cannot be given as a value. */
  | { readonly take: 'value'; readonly value: JsonValue | undefined };

const optional = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

/** The place as texts, from the whole to the part: what goes over the wire and is worded by the page. */
export function conflictWords(place: ConflictPlace): readonly string[] {
  switch (place.kind) {
    case 'field':
      return ['field', ...place.keys];
    case 'entry':
      return ['entry', place.map, place.key];
    case 'port': {
      const { port, protocol, ordinal } = place.port;
      return ['port', String(port), protocol, String(ordinal), ...optional(place.field)];
    }
    case 'rule':
      return ['rule', place.rule.host, String(place.rule.ordinal), ...optional(place.field)];
    case 'path': {
      const { host, path, pathType, ordinal } = place.path;
      return ['path', host, path ?? '', pathType, String(ordinal), ...optional(place.field)];
    }
    case 'tls': {
      const { secretName, hosts, ordinal } = place.tls;
      return ['tls', secretName ?? '', hosts.join(' '), String(ordinal), ...optional(place.field)];
    }
    case 'order':
      return ['order', place.list, ...(place.rule ? [place.rule.host, String(place.rule.ordinal)] : [])];
  }
}

export const conflictId = (place: ConflictPlace): string => JSON.stringify(conflictWords(place));
