import { SwitchButton, SwitchField, Text } from 'react-aria-components/Switch';
import field from './Field.module.css';
import styles from './Switch.module.css';

type SwitchProps = {
  label: string;
  description?: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
};

export function Switch({ label, description, isSelected, onChange, isDisabled = false }: SwitchProps) {
  return (
    <SwitchField isSelected={isSelected} onChange={onChange} isDisabled={isDisabled} className={field.field}>
      <SwitchButton className={styles.switch}>
        <span className={styles.track} aria-hidden="true">
          <span className={styles.thumb} />
        </span>
        <span>{label}</span>
      </SwitchButton>
      {description && (
        <Text slot="description" className={field.description}>
          {description}
        </Text>
      )}
    </SwitchField>
  );
}
