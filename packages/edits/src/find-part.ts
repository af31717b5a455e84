import type { Ingress, Service } from '@fairlead/kube-objects';
import type { PathName, PortName, RuleName, TlsName } from './edit.ts';
import { treeOf } from './parse-edited-object.ts';
import {
  idOfName,
  indexOfPart,
  partsOf,
  pathNameIn,
  placeOfPath,
  portNameIn,
  ruleNameIn,
  tlsNameIn,
  type PathPlace,
} from './part-names.ts';

/** The name of the port at a position of the object as it is now. */
export const portNameAt = (service: Service, index: number): PortName =>
  portNameIn(partsOf(treeOf(service), 'ports'), index);

/** The name of the rule at a position of the object as it is now. */
export const ruleNameAt = (ingress: Ingress, index: number): RuleName =>
  ruleNameIn(partsOf(treeOf(ingress), 'rules'), index);

/** The name of the path at a position of the object as it is now. */
export const pathNameAt = (ingress: Ingress, place: PathPlace): PathName =>
  pathNameIn(partsOf(treeOf(ingress), 'rules'), place);

/** The name of the TLS entry at a position of the object as it is now. */
export const tlsNameAt = (ingress: Ingress, index: number): TlsName =>
  tlsNameIn(partsOf(treeOf(ingress), 'tls'), index);

/** Where the named port stands in the object as it is now; `undefined` when it has none of that name. */
export const findPortIndex = (service: Service, name: PortName): number | undefined =>
  indexOfPart('ports', partsOf(treeOf(service), 'ports'), idOfName(name));

/** Where the named rule stands in the object as it is now; `undefined` when it has none of that name. */
export const findRuleIndex = (ingress: Ingress, name: RuleName): number | undefined =>
  indexOfPart('rules', partsOf(treeOf(ingress), 'rules'), idOfName(name));

/** Where the named path stands in the object as it is now; `undefined` when it has none of that name. */
export const findPathPlace = (ingress: Ingress, name: PathName): PathPlace | undefined =>
  placeOfPath(partsOf(treeOf(ingress), 'rules'), name);

/** Where the named TLS entry stands in the object as it is now; `undefined` when it has none of that name. */
export const findTlsIndex = (ingress: Ingress, name: TlsName): number | undefined =>
  indexOfPart('tls', partsOf(treeOf(ingress), 'tls'), idOfName(name));
