import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components/Select';
import { cx } from './cx.ts';
import field from './Field.module.css';
import { Icon } from './Icon.tsx';
import styles from './Popover.module.css';

type SelectProps<K extends string> = {
  label: string;
  value: K | null;
  onChange: (value: K) => void;
  options: readonly { id: K; label: string; description?: string }[];
  placeholder?: string;
  description?: string;
  error?: string | null;
  isDisabled?: boolean;
  name?: string;
};

export function Select<K extends string>({
  label,
  value,
  onChange,
  options,
  placeholder,
  description,
  error,
  isDisabled = false,
  name,
}: SelectProps<K>) {
  const choose = (key: unknown) => {
    const option = options.find(({ id }) => id === key);
    if (option) onChange(option.id);
  };
  return (
    <AriaSelect
      className={field.field}
      value={value}
      onChange={choose}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      {...(placeholder && { placeholder })}
      {...(name && { name })}
    >
      <Label className={field.label}>{label}</Label>
      <Button className={cx(field.control, field.trigger)}>
        <SelectValue className={field.value}>{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <Icon name="chevronDown" />
      </Button>
      {description && (
        <Text slot="description" className={field.description}>
          {description}
        </Text>
      )}
      <FieldError className={field.error}>{error}</FieldError>
      <Popover className={cx(styles.popover, styles.matchTrigger)}>
        <ListBox className={styles.list} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles.item}>
              {({ isSelected }) => (
                <>
                  <Icon name="check" size={1.125} className={cx(!isSelected && styles.blank)} />
                  <span>
                    <Text slot="label">{option.label}</Text>
                    {option.description && (
                      <Text slot="description" className={styles.itemNote}>
                        {option.description}
                      </Text>
                    )}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
