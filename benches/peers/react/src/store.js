// State outside of React, which components read through a selector: they are rendered again when what they select is another value.
import { useSyncExternalStore } from "react";

/** `untouched` is what the page is rendered with; `read` tells what the browser has instead. */
export function createStore(untouched, read) {
  const listeners = new Set();
  let state = null;
  const get = () => (state ??= read());
  const subscribe = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    set(next) {
      state = { ...get(), ...next };
      for (const listener of listeners) listener();
    },
    /** `select` returns a primitive, or an object that is the same while it says the same. */
    use: (select) => useSyncExternalStore(subscribe, () => select(get()), () => select(untouched)),
  };
}
