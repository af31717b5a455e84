import type { Container, ContainerPort, Pod, PodSpec, PodStatus } from '../objects/pod.ts';
import { creationOfTests, namespacedMeta, ObjectBuilder } from './object-builder.ts';
import { ipv4Of } from './place.ts';

type PortOptions = Omit<ContainerPort, 'name' | 'containerPort'>;

const withPortOn = (container: Container, port: ContainerPort): Container => ({
  ...container,
  ports: [...(container.ports ?? []), port],
});

class PodBuilder extends ObjectBuilder<Pod> {
  /** One more port of the first container. An empty name leaves it unnamed. */
  withContainerPort(name: string, containerPort: number, options: PortOptions = {}): this {
    const [first, ...others] = this.draft.spec.containers ?? [];
    const container = first ?? { name: 'app', image: 'example/app:1' };
    return this.withSpec({
      containers: [withPortOn(container, { ...portNamed(name, containerPort), ...options }), ...others],
    });
  }

  withContainer(container: Container): this {
    return this.withSpec({ containers: [...(this.draft.spec.containers ?? []), container] });
  }

  /** An init container with a port: with `restartPolicy: Always` it is a sidecar. */
  withInitContainerPort(name: string, containerPort: number, restartPolicy?: 'Always'): this {
    const container: Container = {
      name: `init-${this.draft.spec.initContainers?.length ?? 0}`,
      image: 'example/init:1',
      ports: [portNamed(name, containerPort)],
      ...(restartPolicy === undefined ? {} : { restartPolicy }),
    };
    return this.withSpec({ initContainers: [...(this.draft.spec.initContainers ?? []), container] });
  }

  withImage(image: string): this {
    const [first, ...others] = this.draft.spec.containers ?? [];
    return this.withSpec({ containers: [{ name: 'app', ...first, image }, ...others] });
  }

  ready(): this {
    return this.#withReadiness(true);
  }

  notReady(): this {
    return this.#withReadiness(false);
  }

  inPhase(phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown'): this {
    return this.withStatus({ phase });
  }

  onNode(nodeName: string): this {
    return this.withSpec({ nodeName });
  }

  withIps(...ips: readonly [string, ...string[]]): this {
    return this.withStatus({ podIP: ips[0], podIPs: ips.map((ip) => ({ ip })) });
  }

  /** As long as it is not scheduled and started a Pod has none. */
  withoutIp(): this {
    const { podIP: _ip, podIPs: _ips, ...status } = this.draft.status ?? {};
    return this.next({ ...this.draft, status });
  }

  withSpec(spec: Partial<PodSpec>): this {
    return this.next({ ...this.draft, spec: { ...this.draft.spec, ...spec } });
  }

  withStatus(status: Partial<PodStatus>): this {
    return this.next({ ...this.draft, status: { ...this.draft.status, ...status } });
  }

  #withReadiness(isReady: boolean): this {
    const condition = {
      type: 'Ready',
      status: isReady ? 'True' : 'False',
      lastTransitionTime: creationOfTests,
      ...(isReady ? {} : { reason: 'ContainersNotReady' }),
    };
    const others = (this.draft.status?.conditions ?? []).filter(({ type }) => type !== 'Ready');
    const containerStatuses = (this.draft.spec.containers ?? []).map(({ name }) => ({
      name,
      ready: isReady,
      started: true,
      restartCount: 0,
      state: { running: { startedAt: creationOfTests } },
    }));
    return this.withStatus({ conditions: [...others, condition], containerStatuses });
  }
}

const portNamed = (name: string, containerPort: number): ContainerPort => ({
  ...(name === '' ? {} : { name }),
  containerPort,
  protocol: 'TCP',
});

export type { PodBuilder };

/** A running, ready Pod with one container, without labels and ports. Its address follows from its name. */
export function aPod(place: string): PodBuilder {
  const podIP = ipv4Of(`Pod/${place}`);
  return new PodBuilder({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: namespacedMeta('Pod', place),
    spec: { containers: [{ name: 'app', image: 'example/app:1' }] },
    status: { phase: 'Running', podIP, podIPs: [{ ip: podIP }] },
  }).ready();
}
