import { useMessages } from '../messages/use-messages.ts';
import { showToast } from '../ui/toast-region.tsx';

/** Copies the address of what is on the screen. It never holds the token: that left the address bar at the start. */
export function useShareAddress(): () => void {
  const { shell } = useMessages();
  return () => {
    navigator.clipboard.writeText(location.href).then(
      () => showToast(shell.shared()),
      () => showToast(shell.notShared()),
    );
  };
}
