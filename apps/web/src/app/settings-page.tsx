import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { forgetPreferences, setPreferences, usePreferences } from '../preferences.ts';
import { useSession } from '../server-state/server-context.ts';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toast-region.tsx';
import { ToggleGroup } from '../ui/toggle-group.tsx';
import styles from './shell.module.css';

interface SettingProps {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}

function Setting({ title, help, children }: SettingProps): ReactNode {
  return (
    <section className={styles.setting}>
      <div>
        <h2 className={styles.settingTitle}>{title}</h2>
        {help === undefined ? null : <p className={styles.quiet}>{help}</p>}
      </div>
      {children}
    </section>
  );
}

/** Choices of the person at this browser. */
export function SettingsPage(): ReactNode {
  const { shell } = useMessages();
  const { settingsPage } = shell;
  const { themes, densities } = settingsPage;
  const { theme, density, hasSingleLetterKeys } = usePreferences();
  const { version } = useSession();
  return (
    <div className={styles.settings}>
      <h1 className={styles.pageTitle}>{shell.settings()}</h1>
      <Setting title={settingsPage.theme()}>
        <ToggleGroup
          label={settingsPage.theme()}
          value={theme}
          onChange={(next) => setPreferences({ theme: next })}
          options={[
            { id: 'system', label: themes.system() },
            { id: 'light', label: themes.light() },
            { id: 'dark', label: themes.dark() },
          ]}
        />
      </Setting>
      <Setting title={settingsPage.density()}>
        <ToggleGroup
          label={settingsPage.density()}
          value={density}
          onChange={(next) => setPreferences({ density: next })}
          options={[
            { id: 'compact', label: densities.compact() },
            { id: 'comfortable', label: densities.comfortable() },
          ]}
        />
      </Setting>
      <Setting title={settingsPage.keys()} help={settingsPage.keysHelp()}>
        <ToggleGroup
          label={settingsPage.keys()}
          value={hasSingleLetterKeys ? 'on' : 'off'}
          onChange={(next) => setPreferences({ hasSingleLetterKeys: next === 'on' })}
          options={[
            { id: 'on', label: settingsPage.on() },
            { id: 'off', label: settingsPage.off() },
          ]}
        />
      </Setting>
      <Setting title={settingsPage.data()} help={settingsPage.dataHelp()}>
        <Button
          onPress={() => {
            forgetPreferences();
            showToast(settingsPage.forgotten());
          }}
        >
          {settingsPage.forget()}
        </Button>
      </Setting>
      <Setting title={settingsPage.about()}>
        <p className={styles.quiet}>{settingsPage.version(version)}</p>
      </Setting>
    </div>
  );
}
