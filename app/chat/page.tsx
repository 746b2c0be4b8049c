import { ChatPage } from '@/components/chat/chat-page';

export const metadata = { title: { absolute: 'Chat · Larkspur Fiber & Home' } };

export default function Chat() {
  return <ChatPage />;
}
