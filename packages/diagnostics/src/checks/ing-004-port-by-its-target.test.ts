import { expect, test } from 'vitest';
import { ing004Cases } from '../testing/cases/ing-004.ts';
import { classes } from '../testing/cases/web-ingress.ts';
import { diagnose } from '../diagnose.ts';
import { findingsAbout, inEnglish, nowOfTests } from '../testing/diagnose-objects.ts';
import { aCluster } from '@fairlead/kube-objects/testing';

test.each(ing004Cases)('%s', (_, objects, expected) => {
  const [finding] = findingsAbout('ING-004', ...classes, ...objects);
  const change = finding?.fixes[0]?.change;
  expect(change && `${change.from} -> ${change.to}`).toBe(expected);
  expect(finding?.severity).toBe(expected === undefined ? undefined : 'warning');
});

test.each(ing004Cases.filter(([, , expected]) => expected !== undefined))(
  '%s: the other checks of ports say nothing',
  (_, objects) => {
    const reader = aCluster()
      .with(...classes, ...objects)
      .withEndpoints()
      .build();
    const ids = diagnose(reader, nowOfTests, inEnglish).findings.map(({ checkId }) => checkId);
    expect(ids.filter((id) => /^ING-00[234]$/.test(id))).toEqual(['ING-004']);
  },
);
