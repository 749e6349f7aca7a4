import { NativeSelect } from '@mantine/core';
import type { NativeSelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useStation } from '../shared/connection/hooks.tsx';
import { anyBoard } from './channelFields.ts';

interface Props extends Omit<NativeSelectProps, 'data' | 'value' | 'onChange'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The relay boards that this desk sees (V-USB gives their id to any HID device, so the name tells them); what is set already stays to choose from. */
export const BoardField = ({ value, onChange, ...rest }: Props) => {
  const { t } = useTranslation('channels');
  const client = useStation();
  const devices = useQuery({ queryKey: ['devices'], queryFn: ({ signal }) => client.trigger.devices(undefined, { signal }) });
  const boards = (devices.data ?? []).filter(({ name, match }) => match.vendorId === 0x16c0 && match.productId === 0x05df && name.startsWith('USBRelay')).map(({ name, match }) => ({ value: JSON.stringify(match), label: `${name} ${match.portPath ?? ''}`.trim() }));
  const choices = [{ value: anyBoard, label: t('anyBoard') }, ...boards];
  const data = choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: value }];
  return <NativeSelect {...rest} value={value} data={data} onChange={(event) => onChange(event.currentTarget.value)} />;
};
