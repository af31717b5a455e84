import { z } from 'zod';

/** Workloads that run controllers. */
export const controllerKindSchema = z.enum(['Deployment', 'DaemonSet', 'StatefulSet']);

/** What a controller's ConfigMap can say about routing; nothing else of it is told. */
const optionsSchema = z.object({
  strictHost: z.boolean().optional(),
  ingressControllerMode: z.enum(['OFF', 'DEFAULT', 'STRICT']).optional(),
  ingressClass: z.string().optional(),
});

/**
 * `GET /api/contexts/:context/controller-settings/:kind/:namespace/:name`: the options in the ConfigMap that the workload of
 * this name, if it runs a controller, has its settings in.
 */
export const controllerSettingsReplySchema = z.object({
  /** `namespace/name`; `null`: the workload runs no controller that has one. */
  configMap: z.string().nullable(),
  /** The workload names a ConfigMap that is not there. */
  isMissing: z.boolean().optional(),
  options: optionsSchema.transform(({ strictHost, ingressControllerMode, ingressClass }) => ({
    ...(strictHost === undefined ? {} : { strictHost }),
    ...(ingressControllerMode === undefined ? {} : { ingressControllerMode }),
    ...(ingressClass === undefined ? {} : { ingressClass }),
  })),
});
export type ControllerSettingsReply = z.infer<typeof controllerSettingsReplySchema>;
