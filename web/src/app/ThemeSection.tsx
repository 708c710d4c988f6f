import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { Section } from '#/ui/Section';

const SCHEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'System' },
] as const;

export function ThemeSection() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title="Theme" description="For this browser.">
      <SegmentedControl
        aria-label="Theme"
        value={colorScheme}
        data={[...SCHEMES]}
        onChange={(value) => setColorScheme(value)}
      />
    </Section>
  );
}
