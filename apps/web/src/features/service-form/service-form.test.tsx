// First: it fills what jsdom lacks.
import '../../app/testing/fill-dom-gaps.ts';
import type { JsonObject } from '@fairlead/manifests';
import {
  aCluster,
  aNamespace,
  anIngress,
  anIngressClass,
  aPod,
  aService,
} from '@fairlead/kube-objects/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { modelOf } from '../../workers/testing/model-of.ts';
import { aStoredService, renderServiceForm } from './testing/render-service-form.tsx';

afterEach(cleanup);

const cluster = () =>
  modelOf(
    aCluster()
      .with(
        aNamespace('shop'),
        aPod('shop/web-1').labelled({ app: 'web' }).withContainerPort('http', 3000).ready(),
        aPod('shop/web-2').labelled({ app: 'web', tier: 'front' }).withContainerPort('http', 3000).notReady(),
        aPod('shop/api-1').labelled({ app: 'api' }).withContainerPort('http', 8080).ready(),
        aService('games/minecraft').withType('NodePort').withPort(25_565, { nodePort: 30_132 }),
        aService('games/lobby').withType('NodePort').withPort(80, { nodePort: 30_000 }),
      )
      .build(),
  );

const plain: JsonObject = {
  type: 'ClusterIP',
  clusterIP: '10.96.0.10',
  clusterIPs: ['10.96.0.10'],
  ipFamilies: ['IPv4'],
  ipFamilyPolicy: 'SingleStack',
  selector: { app: 'web' },
  ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' }],
};
const web = (changes: JsonObject = {}) => aStoredService({ ...plain, ...changes });

/** What assistive technology says of a control beyond its name. */
const descriptionOf = (control: HTMLElement): string =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.querySelector(`[id="${id}"]`)?.textContent ?? '')
    .join(' ');

const choose = async (user: ReturnType<typeof userEvent.setup>, label: RegExp, option: RegExp) => {
  await user.click(screen.getByRole('button', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
};

test('a target port is changed by a click and a number', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), cluster());
  const target = screen.getByRole('combobox', { name: 'Target port' });
  await user.click(target);
  await user.keyboard('3001{Tab}');
  expect(form.draft().spec.ports?.[0]?.targetPort).toBe(3001);
  expect(descriptionOf(target)).toContain('was http');
  expect(screen.getByText('Target port was http.')).toBeDefined();
  expect(screen.getByText(/Leads to 3001, which no Pod declares/)).toBeDefined();
});

test('a suggested target is taken by arrow and Enter, as one step', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), cluster());
  await screen.findByText(/2 Pods match/);
  await user.click(screen.getByRole('combobox', { name: 'Target port' }));
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(form.steps).toHaveLength(1);
  expect(form.draft().spec.ports?.[0]?.targetPort).toBe(3000);
});

test('a target by a name that no matching Pod declares is warned about at its field, with the name they have', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web({ ports: [{ port: 80, targetPort: 'htpp' }] }), cluster());
  await screen.findByText(/No matching Pod has a container port called htpp: nothing will answer\./);
  expect(descriptionOf(screen.getByRole('combobox', { name: 'Target port' }))).toContain(
    'No matching Pod has a container port called htpp',
  );
  await user.click(screen.getByRole('button', { name: 'Use http' }));
  expect(form.draft().spec.ports?.[0]?.targetPort).toBe('http');
  expect(screen.queryByText(/nothing will answer/)).toBeNull();
});

test('the form is walked and changed by keyboard only', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), cluster());
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /Type$/ }));
  await user.keyboard('{Enter}');
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(form.draft().spec.type).toBe('NodePort');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: /Type$/ })));
  const names: string[] = [];
  for (let index = 0; index < 7; index += 1) {
    await user.tab();
    const { activeElement } = document;
    names.push(
      activeElement?.getAttribute('aria-label') ??
        (activeElement?.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => document.querySelector(`[id="${id}"]`)?.textContent ?? '')
          .join(' ') ??
        '',
    );
  }
  expect(names.map((name) => name.trim())).toEqual([
    '',
    'Name',
    'Port',
    'Target port',
    'TCP Protocol',
    'Node port',
    'App protocol of port http (80)',
  ]);
});

test('every control says what it is for', async () => {
  renderServiceForm(
    web({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', sessionAffinity: 'ClientIP' }),
    cluster(),
  );
  await screen.findByText(/2 Pods match/);
  const spec = screen
    .getAllByRole('region')
    .filter((region) => !/Selector|Labels|Annotations/.test(region.textContent?.slice(0, 11) ?? ''));
  const controls = spec.flatMap((region) => [
    ...within(region).queryAllByRole('textbox'),
    ...within(region).queryAllByRole('combobox'),
    ...within(region).queryAllByRole('switch'),
    ...within(region)
      .queryAllByRole('button')
      .filter(
        (button) =>
          button.getAttribute('aria-haspopup') === 'listbox' && button.ariaLabel !== 'Show suggestions',
      ),
  ]);
  expect(controls.length).toBeGreaterThan(12);
  const silent = controls.filter((control) => descriptionOf(control).trim() === '');
  expect(silent.map((control) => control.outerHTML.slice(0, 200))).toEqual([]);
});

test('a node port that is taken is named with who has it, and one press takes the next free one', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web({ type: 'NodePort' }), cluster());
  await screen.findByText(/2 Pods match/);
  const nodePort = screen.getByRole('combobox', { name: 'Node port' });
  await user.click(nodePort);
  await user.keyboard('30132{Tab}');
  expect(await screen.findByText(/NodePort 30132 is taken by games\/minecraft/)).toBeDefined();
  expect(nodePort.getAttribute('aria-invalid')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Next free port in the static band: 30001' }));
  expect(form.draft().spec.ports?.[0]?.nodePort).toBe(30_001);
  expect(screen.queryByText(/is taken by/)).toBeNull();
});

test('the same node port for another protocol is free', async () => {
  renderServiceForm(
    web({ type: 'NodePort', ports: [{ port: 53, protocol: 'UDP', nodePort: 30_132 }] }),
    cluster(),
  );
  await screen.findByText(/2 Pods match/);
  expect(screen.queryByText(/is taken by/)).toBeNull();
});

test('only digits get into a port, and what is no port is said', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), cluster());
  const port = screen.getByRole('textbox', { name: 'Port' });
  await user.click(port);
  await user.keyboard('8x0');
  expect(form.draft().spec.ports?.[0]?.port).toBe(80);
  await user.keyboard('808');
  expect(screen.getByText('80808 is no port: they go from 1 to 65535.')).toBeDefined();
  expect(port.getAttribute('aria-invalid')).toBe('true');
});

test('a second port comes with a name, and the first is offered one', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web({ ports: [{ port: 80, targetPort: 3000 }] }), cluster());
  await user.click(screen.getByRole('button', { name: 'Add port' }));
  expect(form.draft().spec.ports?.[1]).toEqual({ name: 'https', port: 443, protocol: 'TCP' });
  expect(screen.getByText(/With several ports each needs a name\./)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Call it http' }));
  expect(form.draft().spec.ports?.map(({ name }) => name)).toEqual(['http', 'https']);
  expect(screen.queryByText(/each needs a name/)).toBeNull();
});

test('a port that is taken out stays as a row until it is restored', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), cluster());
  await user.click(screen.getByRole('button', { name: 'Remove port http (80)' }));
  expect(form.draft().spec.ports ?? []).toEqual([]);
  expect(screen.getByText('A Service of this type needs at least one port.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Restore port http (80)' }));
  expect(form.draft().spec.ports).toEqual(plain['ports']);
});

test('a switch of type takes out what the new one lacks, says what it does, and the way back restores it', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(
    web({ type: 'NodePort', externalTrafficPolicy: 'Local', ports: [{ port: 80, nodePort: 30_080 }] }),
    cluster(),
  );
  await choose(user, /Type$/, /ClusterIP/);
  expect(form.steps).toHaveLength(1);
  expect(form.draft().spec.ports?.[0]?.nodePort).toBeUndefined();
  expect(form.draft().spec.externalTrafficPolicy).toBeUndefined();
  expect(descriptionOf(screen.getByRole('button', { name: /Type$/ }))).toContain(
    'Node ports are given up: clients of them are cut off.',
  );
  expect(screen.getByText('was NodePort')).toBeDefined();
  await choose(user, /Type$/, /NodePort/);
  expect(form.draft().spec.ports?.[0]?.nodePort).toBe(30_080);
  expect(form.draft().spec.externalTrafficPolicy).toBe('Local');
});

test('a stored Service cannot become headless: delete it and create it again', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), cluster());
  await choose(user, /Type$/, /Headless/);
  expect(form.draft().spec.clusterIP).toBe('None');
  expect(
    screen.getByText(
      'A stored Service cannot become Headless: its cluster IP cannot change. Delete it and create it again.',
    ),
  ).toBeDefined();
});

test('a new Service may be headless, and names and ports that are taken are said', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(
    aStoredService({ ports: [{ port: 80 }] }, { name: 'lobby', namespace: 'games' }),
    cluster(),
    { isNew: true },
  );
  expect(await screen.findByText('Service lobby exists in games already.')).toBeDefined();
  await choose(user, /Type$/, /Headless/);
  expect(screen.queryByText(/cannot become/)).toBeNull();
  expect(form.draft().spec.clusterIP).toBe('None');
});

test('matching Pods are counted while a value is typed', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), cluster());
  expect(await screen.findByText('2 Pods match, 1 ready. From Pod web-1 and Pod web-2.')).toBeDefined();
  await user.click(screen.getByRole('combobox', { name: 'Value of label app' }));
  await user.keyboard('apii');
  expect(await screen.findByText('No Pod matches.')).toBeDefined();
  await user.keyboard('{Backspace}{Tab}');
  expect(await screen.findByText(/1 Pod matches, 1 ready\./)).toBeDefined();
  expect(form.draft().spec.selector).toEqual({ app: 'api' });
});

test('a label that is being added tells what it would match, from what the Pods carry', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), cluster());
  await screen.findByText(/2 Pods match/);
  const selector = screen.getByRole('region', { name: 'Selector' });
  await user.click(within(selector).getByRole('combobox', { name: 'Label' }));
  await user.keyboard('{ArrowDown}');
  await user.click(await screen.findByRole('option', { name: 'tier' }));
  await user.click(within(selector).getByRole('combobox', { name: 'Value' }));
  await user.keyboard('fr');
  await user.click(await screen.findByRole('option', { name: 'front' }));
  expect(await screen.findByText(/With tier=front 1 Pod would match\./)).toBeDefined();
  expect(form.steps).toEqual([]);
  await user.click(within(selector).getByRole('button', { name: 'Add label' }));
  expect(form.draft().spec.selector).toEqual({ app: 'web', tier: 'front' });
  expect(await screen.findByText(/1 Pod matches, 0 ready\./)).toBeDefined();
});

test('a label that is taken out of the selector is restored by one press', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), cluster());
  await user.click(screen.getByRole('button', { name: 'Remove app from the selector' }));
  expect(form.draft().spec.selector ?? {}).toEqual({});
  expect(await screen.findByText('No selector: no Pods are chosen.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Restore app' }));
  expect(form.draft().spec.selector).toEqual({ app: 'web' });
});

test('session affinity shows its timeout, and takes it along when it goes', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), cluster());
  await choose(user, /Session affinity$/, /ClientIP/);
  await user.click(screen.getByRole('textbox', { name: 'Affinity timeout' }));
  await user.keyboard('90000');
  expect(screen.getByText('From 1 s to 86400 s, which is a day.')).toBeDefined();
  await choose(user, /Session affinity$/, /None/);
  expect(form.draft().spec.sessionAffinityConfig).toBeUndefined();
});

test('external addresses come with a warning, and what is none is said', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), cluster());
  await user.click(screen.getByRole('button', { name: 'Add address' }));
  expect(screen.getByText(/Deprecated since Kubernetes 1\.36/)).toBeDefined();
  await user.click(screen.getByRole('textbox', { name: 'External IP 1' }));
  await user.keyboard('203.0.113.9');
  expect(form.draft().spec.externalIPs).toEqual(['203.0.113.9']);
  await user.keyboard('99');
  expect(screen.getByText('203.0.113.999 is no IP address.')).toBeDefined();
  expect(screen.getByRole('button', { name: /External traffic policy$/ })).toBeDefined();
});

test('of a stored load balancer the class stays, and node ports that are no longer wanted can be taken out', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(
    web({ type: 'LoadBalancer', loadBalancerClass: 'a.example/b', ports: [{ port: 80, nodePort: 30_080 }] }),
    cluster(),
  );
  const classField = screen.getByRole('combobox', { name: 'Class' });
  expect(classField.hasAttribute('disabled')).toBe(true);
  expect(descriptionOf(classField)).toContain('delete the Service and create it again');
  await user.click(screen.getByRole('switch', { name: 'Allocate node ports' }));
  expect(form.draft().spec.allocateLoadBalancerNodePorts).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Take the node ports out' }));
  expect(form.draft().spec.ports?.[0]?.nodePort).toBeUndefined();
});

test('two IP families bring the policy they need in the same step', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), cluster());
  await choose(user, /IP families$/, /IPv4, then IPv6/);
  expect(form.steps).toHaveLength(1);
  expect(form.draft().spec).toMatchObject({
    ipFamilies: ['IPv4', 'IPv6'],
    ipFamilyPolicy: 'PreferDualStack',
  });
  await user.click(screen.getByRole('button', { name: /IP families$/ }));
  const offered = (await screen.findAllByRole('option')).map(({ textContent }) => textContent ?? '');
  expect(offered.filter((text) => text.startsWith('IPv6'))).toEqual([]);
});

test('what the API server objects to stands at its field; a field without control is listed with a way out', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web({ loadBalancerClass: 'a.example/b' }), cluster(), {
    problems: [
      {
        path: ['spec', 'ports', 0, 'port'],
        severity: 'error',
        message: 'Invalid value: 80: no luck',
        source: 'cluster',
      },
      { path: ['spec', 'newThing'], severity: 'error', message: 'unknown field', source: 'cluster' },
    ],
  });
  const port = screen.getByRole('textbox', { name: 'Port' });
  expect(port.getAttribute('aria-invalid')).toBe('true');
  expect(descriptionOf(port)).toContain('no luck');
  const others = screen.getByRole('list', { name: 'Problems of fields without a control here' });
  expect(within(others).getByText('spec.newThing: unknown field')).toBeDefined();
  await user.click(within(others).getByRole('button', { name: 'Take loadBalancerClass out' }));
  expect(form.draft().spec.loadBalancerClass).toBeUndefined();
  const [showInYaml] = within(others).getAllByRole('button', { name: 'Show in YAML' });
  if (showInYaml !== undefined) await user.click(showInYaml);
  expect(form.shownInYaml).toEqual(['spec.newThing']);
});

test('a field of which the API server has spoken says its words only', () => {
  renderServiceForm(web({ ports: [{ name: 'http', protocol: 'TCP', port: 0, targetPort: 80 }] }), cluster(), {
    problems: [
      {
        path: ['spec', 'ports', 0, 'port'],
        severity: 'error',
        message: 'must be between 1 and 65535',
        source: 'cluster',
      },
    ],
  });
  const notes = screen.getAllByText(/65535|65 535/);
  expect(notes.map(({ textContent }) => textContent)).toEqual(['must be between 1 and 65535 ']);
});

test('fields that the form does not cover are counted and shown in the text', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(
    aStoredService({ ...plain, loadBalancerIP: '203.0.113.9' }, { annotations: { notes: 'two\nlines' } }),
    cluster(),
  );
  await user.click(screen.getByRole('button', { name: '2 more fields, only in YAML' }));
  expect(form.shownInYaml).toEqual(['metadata.annotations.notes']);
});

test('labels and annotations are added, changed and checked, whatever their keys', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(
    aStoredService(plain, { labels: JSON.parse('{"__proto__":"x","app":"web"}') }),
    cluster(),
  );
  const labels = screen.getByRole('region', { name: 'Labels' });
  await user.click(within(labels).getByRole('combobox', { name: 'Value of app' }));
  await user.keyboard('web shop{Tab}');
  expect(within(labels).getByText(/web shop is no label value/)).toBeDefined();
  expect(within(labels).getByText('was web')).toBeDefined();
  await user.click(within(labels).getByRole('button', { name: 'Remove __proto__' }));
  expect(Object.keys(form.draft().metadata.labels ?? {})).toEqual(['app']);
  const annotations = screen.getByRole('region', { name: 'Annotations' });
  await user.click(within(annotations).getByRole('combobox', { name: 'Key' }));
  await user.keyboard('example.com/team{Tab}');
  await user.click(within(annotations).getByRole('combobox', { name: 'Value' }));
  await user.keyboard('shop{Tab}');
  await user.click(within(annotations).getByRole('button', { name: 'Add' }));
  expect(form.draft().metadata.annotations).toEqual({ 'example.com/team': 'shop' });
});

test('an ExternalName has its name and little else', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(
    aStoredService({ type: 'ExternalName', externalName: 'db.example.com' }),
    cluster(),
  );
  expect(screen.queryByRole('region', { name: 'Ports' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Traffic' })).toBeNull();
  await user.clear(screen.getByRole('textbox', { name: 'External name' }));
  expect(screen.getByText('An ExternalName needs the DNS name it stands for.')).toBeDefined();
  await user.type(screen.getByRole('textbox', { name: 'External name' }), '192.0.2.1');
  expect(screen.getByText(/is taken as a name, not as an address/)).toBeDefined();
  expect(form.draft().spec.externalName).toBe('192.0.2.1');
});

test('read-only shows everything and changes nothing', async () => {
  renderServiceForm(web({ type: 'LoadBalancer' }), cluster(), { isReadOnly: true });
  await screen.findByText(/2 Pods match/);
  const enabled = [
    ...screen.getAllByRole('textbox'),
    ...screen.getAllByRole('combobox'),
    ...screen.getAllByRole('switch'),
    ...screen.getAllByRole('button').filter((button) => !/App protocol/.test(button.ariaLabel ?? '')),
  ].filter((control) => !control.hasAttribute('disabled'));
  expect(enabled.map((control) => control.outerHTML.slice(0, 120))).toEqual([]);
});

test('options that the controller reads from the Service are set here, and its other annotations are rows', async () => {
  const user = userEvent.setup();
  const model = modelOf(
    aCluster()
      .with(
        anIngressClass('traefik').withController('traefik.io/ingress-controller'),
        anIngress('shop/web').withClass('traefik').withPath('web.example.com', '/', 'Prefix', 'web', 80),
      )
      .build(),
  );
  const native = 'traefik.ingress.kubernetes.io/service.nativelb';
  const form = renderServiceForm(
    aStoredService(plain, { annotations: { [native]: 'true', 'example.com/owner': 'team-a' } }),
    model,
  );
  expect(await screen.findByRole('button', { name: /true Send to the cluster IP/ })).toBeDefined();
  expect(screen.getByRole('combobox', { name: 'Value of example.com/owner' })).toBeDefined();
  expect(screen.queryByRole('combobox', { name: `Value of ${native}` })).toBeNull();
  await user.type(screen.getByRole('combobox', { name: 'Option' }), 'passhost');
  await user.click(await screen.findByRole('option', { name: /^Keep the Host header/ }));
  await user.click(screen.getByRole('button', { name: 'Add option' }));
  expect(form.draft().metadata.annotations?.['traefik.ingress.kubernetes.io/service.passhostheader']).toBe(
    'false',
  );
});
