import { flag, listOf, literal, needed, number, numberOrText, shape, text, textMap } from '../parse-shape.ts';
import { checkCondition, checkMeta } from './parse-meta.ts';
import type {
  Container,
  ContainerPort,
  ContainerState,
  ContainerStatus,
  Pod,
  PodSpec,
  PodStatus,
  Probe,
} from './pod.ts';

const checkPort = shape<ContainerPort>({
  name: text,
  containerPort: needed(number),
  protocol: text,
  hostPort: number,
  hostIP: text,
});

const checkProbe = shape<Probe>({
  httpGet: shape<NonNullable<Probe['httpGet']>>({ path: text, port: needed(numberOrText), scheme: text }),
  tcpSocket: shape<NonNullable<Probe['tcpSocket']>>({ port: needed(numberOrText) }),
  grpc: shape<NonNullable<Probe['grpc']>>({ port: needed(number), service: text }),
  exec: shape<NonNullable<Probe['exec']>>({ command: listOf(text) }),
  initialDelaySeconds: number,
  periodSeconds: number,
  timeoutSeconds: number,
  failureThreshold: number,
});

const checkContainer = shape<Container>({
  name: needed(text, ''),
  image: text,
  command: listOf(text),
  args: listOf(text),
  ports: listOf(checkPort),
  readinessProbe: checkProbe,
  livenessProbe: checkProbe,
  startupProbe: checkProbe,
  restartPolicy: text,
});

export const checkPodSpec = shape<PodSpec>({
  nodeName: text,
  hostNetwork: flag,
  hostname: text,
  subdomain: text,
  serviceAccountName: text,
  nodeSelector: textMap,
  readinessGates: listOf(shape<{ readonly conditionType: string }>({ conditionType: needed(text) })),
  containers: listOf(checkContainer),
  initContainers: listOf(checkContainer),
});

const checkState = shape<ContainerState>({
  waiting: shape<NonNullable<ContainerState['waiting']>>({ reason: text, message: text }),
  running: shape<NonNullable<ContainerState['running']>>({ startedAt: text }),
  terminated: shape<NonNullable<ContainerState['terminated']>>({
    reason: text,
    exitCode: number,
    finishedAt: text,
  }),
});

const checkContainerStatus = shape<ContainerStatus>({
  name: needed(text, ''),
  ready: flag,
  started: flag,
  restartCount: number,
  state: checkState,
  lastState: checkState,
});

const checkStatus = shape<PodStatus>({
  phase: text,
  reason: text,
  message: text,
  podIP: text,
  podIPs: listOf(shape<{ readonly ip: string }>({ ip: needed(text) })),
  hostIP: text,
  startTime: text,
  conditions: listOf(checkCondition),
  containerStatuses: listOf(checkContainerStatus),
  initContainerStatuses: listOf(checkContainerStatus),
});

export const checkPod = shape<Pod>({
  apiVersion: needed(literal('v1')),
  kind: needed(literal('Pod')),
  metadata: needed(checkMeta),
  spec: needed(checkPodSpec, {}),
  status: checkStatus,
});
