import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import { StatusIcon, type StatusTone } from '../../ui/status-icon.tsx';
import type { DetailsAnswer, RouteHop } from '../../workers/questions.ts';
import { ObjectLink } from './object-link.tsx';
import { PanelSection } from './panel-section.tsx';
import styles from './route-list.module.css';

const tones: Readonly<Record<RouteHop['state'], StatusTone>> = {
  ok: 'ok',
  error: 'error',
  warning: 'warning',
  unknown: 'not-checked',
};

function Hop({ hop: { label, detail, state, ref } }: { readonly hop: RouteHop }): ReactNode {
  const { details } = useMessages();
  return (
    <li className={styles.hop}>
      <StatusIcon tone={tones[state]} label={details.hopState[state]()} />
      <span className={styles.label}>
        {ref === undefined ? <RichText text={label} /> : <ObjectLink target={ref}>{label}</ObjectLink>}
      </span>
      <span className={styles.detail}>
        <RichText text={detail} />
      </span>
    </li>
  );
}

export interface RouteListProps {
  readonly routes: DetailsAnswer['routes'];
}

const shownAtFirst = 3;

const isTroubled = (hops: readonly RouteHop[]): boolean =>
  hops.some(({ state }) => state === 'error' || state === 'warning');

/** The ways requests take through the object, those that break first. */
export function RouteList({ routes }: RouteListProps): ReactNode {
  const { details } = useMessages();
  const [isWhole, setWhole] = useState(false);
  if (routes.length === 0) return null;
  const ordered = routes.toSorted((a, b) => Number(isTroubled(b)) - Number(isTroubled(a)));
  const shown = isWhole ? ordered : ordered.slice(0, shownAtFirst);
  const rest = routes.length - shownAtFirst;
  return (
    <PanelSection title={routes.length === 1 ? details.route() : details.routes(routes.length)}>
      {shown.map((hops, index) => (
        <ol
          key={`${index} ${hops.map(({ label }) => label).join()}`}
          aria-label={details.routeNumber(index + 1, routes.length)}
          className={styles.route}
        >
          {hops.map((hop, position) => (
            <Hop key={`${position} ${hop.label}`} hop={hop} />
          ))}
        </ol>
      ))}
      {rest > 0 ? (
        <div>
          <Button size="small" variant="link" onPress={() => setWhole(!isWhole)}>
            {isWhole ? details.fewerRoutes() : details.moreRoutes(rest)}
          </Button>
        </div>
      ) : null}
    </PanelSection>
  );
}
