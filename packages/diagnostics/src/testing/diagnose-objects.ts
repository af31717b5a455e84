import type { ObjectReader } from '@fairlead/kube-objects';
import { aCluster, type Buildable } from '@fairlead/kube-objects/testing';
import { diagnose } from '../diagnose.ts';
import type { Finding } from '../finding.ts';
import { englishChecks } from '../words/english.ts';
import { listOwnTexts, markedChecks } from './marked-words.ts';

/** How tests have their findings worded. */
export const inEnglish = { words: englishChecks };

/** A month after the builders' objects were made: nothing is young unless a test says so. */
export const nowOfTests = Date.parse('2026-02-01T00:00:00Z');

/** A time some seconds before {@link nowOfTests}, as the API writes it. */
export const secondsAgo = (seconds: number): string =>
  `${new Date(nowOfTests - seconds * 1000).toISOString().slice(0, 19)}Z`;

/** The findings of one check about a cluster of these objects and the slices that go with them. */
export const findingsAbout = (checkId: string, ...objects: readonly Buildable[]): readonly Finding[] =>
  findingsIn(
    aCluster()
      .with(...objects)
      .withEndpoints()
      .build(),
    checkId,
  );

/**
 * The findings of one check. Throws where it says something that the catalogue of words did not give it: then no other
 * language could say it.
 */
export function findingsIn(reader: ObjectReader, checkId: string): readonly Finding[] {
  const isOfCheck = (finding: Finding): boolean => finding.checkId === checkId;
  const inMarks = diagnose(reader, nowOfTests, { words: markedChecks }).findings;
  const ownTexts = inMarks.filter(isOfCheck).flatMap(listOwnTexts);
  if (ownTexts.length > 0) throw new Error(`Words of ${checkId} itself: ${ownTexts.join(' | ')}`);
  return diagnose(reader, nowOfTests, inEnglish).findings.filter(isOfCheck);
}
