import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import styles from './Tabs.module.css';

type TabsProps<K extends string> = {
  label: string;
  selected: K;
  onSelect: (id: K) => void;
  tabs: readonly { id: K; label: string; count?: number }[];
  /** The panel of the selected tab; the others are not kept. */
  children: ReactNode;
};

export function Tabs<K extends string>({ label, selected, onSelect, tabs, children }: TabsProps<K>) {
  const select = (key: unknown) => {
    const tab = tabs.find(({ id }) => id === key);
    if (tab) onSelect(tab.id);
  };
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={select}>
      <TabList aria-label={label} className={styles.list}>
        {tabs.map(({ id, label: words, count }) => (
          <Tab key={id} id={id} className={styles.tab}>
            {words}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel id={selected} className={styles.panel}>
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
