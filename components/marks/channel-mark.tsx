import { type LucideIcon, Mail, MessageCircle, MessageSquareText, Phone } from 'lucide-react';
import type { Channel } from '@/lib/domain/channel';

const CHANNELS: Record<Channel, { icon: LucideIcon; name: string }> = {
  chat: { icon: MessageCircle, name: 'Chat' },
  voice: { icon: Phone, name: 'Phone' },
  sms: { icon: MessageSquareText, name: 'Text message' },
  email: { icon: Mail, name: 'Email' },
};

export const channelName = (channel: Channel): string => CHANNELS[channel].name;

export const ChannelMark = ({ channel }: { channel: Channel }) => {
  const { icon: Icon, name } = CHANNELS[channel];
  return <Icon role="img" aria-label={name} className="size-3.5 shrink-0 text-faint" />;
};
