import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page is live. What only works then is not rendered at build. */
export const useIsLive = () => useSyncExternalStore(never, () => true, () => false);
