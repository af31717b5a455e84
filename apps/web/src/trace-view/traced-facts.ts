import type { CertificateReply } from '@fairlead/api-contract';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { ControllerOptions } from '@fairlead/routing';

/** How reading something on demand went; `failed`: nobody knows why. */
export type ReadState = 'read' | 'missing' | 'forbidden' | 'failed';

/** How a certificate's dates stand; `days` to its end, since its end, or to its beginning. */
export interface CertificateValidity {
  readonly kind: 'valid' | 'expired' | 'not-yet';
  readonly days: number;
}

/** What was read of the certificate that a traced request is shown. Nothing of its key. */
export interface TracedCertificate {
  /** `namespace/name` of the Secret. */
  readonly secret: string;
  readonly state: ReadState;
  readonly names: readonly string[];
  /** Empty where there is none. */
  readonly commonName: string;
  readonly problem: CertificateReply['problem'];
  /** `undefined` where there is no certificate to read it from. */
  readonly validity: CertificateValidity | undefined;
}

/** A ConfigMap that a controller which runs in the cluster has settings in. */
export interface SettingsPlace {
  /** The controller's id. */
  readonly controller: string;
  /** What runs it, and names the ConfigMap. */
  readonly workload: ObjectRef;
  /** `namespace/name`. */
  readonly configMap: string;
}

/** What was read from it. */
export interface ControllerSettings extends SettingsPlace {
  readonly state: ReadState;
  readonly options: ControllerOptions;
}

/** What no picture of the cluster holds and was read for one trace. */
export interface TracedFacts {
  readonly settings?: readonly ControllerSettings[];
  /** Of every Secret that the answer without them names. */
  readonly certificates?: readonly TracedCertificate[];
}
