import { aCluster, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { diagnose } from '../diagnose.ts';
import { findingsIn, nowOfTests } from '../testing/diagnose-objects.ts';
import type { CheckWords } from './check-words.ts';
import { englishChecks } from './english.ts';

const service = aService('shop/old').external('10.1.2.3');
const cluster = aCluster().with(service).build();

test('a second language is one more object of the same type', () => {
  const chinese: CheckWords = {
    ...englishChecks,
    svc025: { ...englishChecks.svc025, label: () => '外部名称是一个地址', effectNow: () => '没有地址' },
  };
  const { findings } = diagnose(cluster, nowOfTests, { words: chinese });
  const [inEnglish] = findingsIn(cluster, 'SVC-025');
  expect(inEnglish?.label).toBe('External name is an address');
  expect(findings).toEqual([{ ...inEnglish, label: '外部名称是一个地址', effectNow: '没有地址' }]);
});

test('a language that lacks a sentence does not compile', () => {
  const { why: _, ...rest } = englishChecks.svc025;
  // @ts-expect-error -- the sentence is missing
  const incomplete: CheckWords = { ...englishChecks, svc025: rest };
  expect(incomplete.svc025).not.toHaveProperty('why');
});
