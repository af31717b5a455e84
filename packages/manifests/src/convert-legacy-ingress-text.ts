import { convertLegacyIngress, type LegacyConversion } from './convert-legacy-ingress.ts';
import { readManifest } from './read-manifest.ts';
import { rewriteManifest } from './rewrite-manifest.ts';

export interface LegacyTextConversion extends LegacyConversion {
  readonly text: string;
}

/**
 * The same for a text: only what is converted changes in it, comments beside everything else stay. `undefined` where
 * the text cannot be read as one object or holds nothing to convert.
 */
export const convertLegacyIngressText = (text: string): LegacyTextConversion | undefined => {
  const { object } = readManifest(text);
  const conversion = object === undefined ? undefined : convertLegacyIngress(object);
  if (conversion === undefined) return undefined;
  // The conversion keeps every list's order and length, so items are found by their position.
  return { ...conversion, text: rewriteManifest(text, conversion.object, () => undefined) };
};
