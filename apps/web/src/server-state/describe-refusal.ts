import type { EditedKind } from '@fairlead/edits';
import { kindInfo, type ObjectRef } from '@fairlead/kube-objects';
import type { Permission, WriteVerb } from './permission.ts';

/** How a refusal is said. */
export interface RefusalWords {
  readonly readOnly: () => string;
  readonly forbidden: (what: {
    readonly verb: WriteVerb;
    readonly kind: EditedKind;
    readonly resource: string;
    readonly namespace: string;
  }) => string;
  readonly asking: () => string;
}

/** Why an object may not be changed; `undefined`: it may, or the API server decides once the change is sent. */
export function describeRefusal(
  permission: Permission,
  { kind, namespace }: ObjectRef<EditedKind> & { readonly namespace: string },
  words: RefusalWords,
): string | undefined {
  switch (permission.state) {
    case 'read-only':
      // The demo lets one edit up to the dry run.
      return permission.mode === 'demo' ? undefined : words.readOnly();
    case 'forbidden':
      return words.forbidden({ verb: permission.verb, kind, resource: kindInfo(kind).resource, namespace });
    case 'asking':
      return words.asking();
    case 'allowed':
    case 'not-known':
      return undefined;
  }
}
