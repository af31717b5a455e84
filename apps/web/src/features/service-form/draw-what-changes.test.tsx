// First: it fills what jsdom lacks.
import '../../app/testing/fill-dom-gaps.ts';
import { aCluster } from '@fairlead/kube-objects/testing';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { Messages } from '../../messages/en.ts';
import { messagesOf } from '../../messages/languages.ts';
import { modelOf } from '../../workers/testing/model-of.ts';
import { aStoredService, renderServiceForm } from './testing/render-service-form.tsx';

afterEach(cleanup);

/** Words that tell which sections asked for their title: that is when they are drawn. */
function countedWords(onDrawn: (section: string) => void): Messages {
  const en = messagesOf('en');
  const { ports, selector, traffic, addresses, metadata } = en.serviceForm;
  const note = (name: string): string => {
    onDrawn(name);
    return name;
  };
  return {
    ...en,
    serviceForm: {
      ...en.serviceForm,
      ports: { ...ports, title: () => note('ports') },
      selector: { ...selector, title: () => note('selector') },
      traffic: { ...traffic, title: () => note('traffic') },
      addresses: { ...addresses, title: () => note('addresses') },
      metadata: { ...metadata, labels: () => note('labels'), annotations: () => note('annotations') },
    },
  };
}

test('a key in a port draws the ports anew and no other section', async () => {
  const user = userEvent.setup();
  let drawn: string[] = [];
  const service = aStoredService({
    type: 'ClusterIP',
    selector: { app: 'web' },
    ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 8080 }],
  });
  const form = renderServiceForm(service, modelOf(aCluster().build()), {
    messages: countedWords((section) => drawn.push(section)),
  });
  await screen.findByText(/No Pod|0 Pods/);
  await user.click(screen.getByRole('combobox', { name: 'Target port' }));
  drawn = [];
  await user.keyboard('9');
  expect(form.draft().spec.ports?.[0]?.targetPort).toBe(9);
  expect([...new Set(drawn)]).toEqual(['ports']);
});
