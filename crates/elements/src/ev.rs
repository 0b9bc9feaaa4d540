//! Events: their names, and what a listener is told.

#[cfg(feature = "browser")]
pub use browser::Event;
#[cfg(not(feature = "browser"))]
pub use simulated::Event;

/// The name of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name(pub(crate) &'static str);

/// An event of another name than those below.
pub const fn custom(name: &'static str) -> Name {
    Name(name)
}

macro_rules! names {
    ($($name:ident)*) => { $(
        #[doc = concat!("`", stringify!($name), "`")]
        #[allow(non_upper_case_globals, reason = "events are spelt like this")]
        pub const $name: Name = Name(stringify!($name));
    )* };
}
names! {
    beforeinput beforetoggle blur cancel change click close compositionend compositionstart contextmenu copy cut dblclick
    focus focusin focusout input invalid keydown keyup mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup
    paste pointercancel pointerdown pointerenter pointerleave pointermove pointerout pointerover pointerup reset scroll
    scrollend select submit toggle touchend touchstart transitionend wheel
}

#[cfg(feature = "browser")]
mod browser {
    use wasm_bindgen::JsValue;

    /// What happened to an element that listens.
    #[derive(Debug, Clone)]
    pub struct Event(web_sys::Event);

    impl From<web_sys::Event> for Event {
        fn from(event: web_sys::Event) -> Self {
            Self(event)
        }
    }

    impl Event {
        fn field(of: &JsValue, name: &str) -> JsValue {
            js_sys::Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
        }

        /// The event takes along which element listens: a listener that held it would keep it from ever being freed.
        fn target(&self, name: &str) -> JsValue {
            self.0.current_target().map_or(JsValue::UNDEFINED, |target| Self::field(&target, name))
        }

        /// The value of the element that listens; empty where it has none, and once the listener has returned: it is read before the
        /// first `.await`.
        pub fn value(&self) -> String {
            self.target("value").as_string().unwrap_or_default()
        }

        /// Whether the element that listens is checked; no once the listener has returned.
        pub fn checked(&self) -> bool {
            self.target("checked").is_truthy()
        }

        /// The key, as `KeyboardEvent.key` names it; empty where none was pressed.
        pub fn key(&self) -> String {
            Self::field(&self.0, "key").as_string().unwrap_or_default()
        }

        /// Whether Alt, Ctrl or Meta is held: then a key is a command of the browser's.
        pub fn has_modifier(&self) -> bool {
            ["altKey", "ctrlKey", "metaKey"].iter().any(|name| Self::field(&self.0, name).is_truthy())
        }

        /// Whether Alt is held, and neither Ctrl nor Meta.
        pub fn has_alt_alone(&self) -> bool {
            let is_held = |name| Self::field(&self.0, name).is_truthy();
            is_held("altKey") && !is_held("ctrlKey") && !is_held("metaKey")
        }

        /// Whether the key belongs to text that is being composed.
        pub fn is_composing(&self) -> bool {
            Self::field(&self.0, "isComposing").is_truthy()
        }

        /// Keeps the browser from what it would do by itself.
        pub fn prevent_default(&self) {
            self.0.prevent_default();
        }

        /// Keeps it from elements further out.
        pub fn stop_propagation(&self) {
            self.0.stop_propagation();
        }

        /// The browser's own event.
        pub fn raw(&self) -> &web_sys::Event {
            &self.0
        }
    }
}

#[cfg(not(feature = "browser"))]
mod simulated {
    use std::{cell::Cell, rc::Rc};

    /// What happened to an element that listens; without a browser, what a test says that happened.
    #[derive(Debug, Clone, Default)]
    pub struct Event {
        value: String,
        checked: bool,
        key: String,
        prevented: Rc<Cell<bool>>,
    }

    impl Event {
        /// On an element of this value.
        pub fn with_value(self, value: &str) -> Self {
            Self { value: value.to_owned(), ..self }
        }

        /// On an element that is checked, or not.
        pub fn with_checked(self, checked: bool) -> Self {
            Self { checked, ..self }
        }

        /// Of this key.
        pub fn with_key(self, key: &str) -> Self {
            Self { key: key.to_owned(), ..self }
        }

        /// The value of the element that listens; empty where it has none.
        pub fn value(&self) -> String {
            self.value.clone()
        }

        /// Whether the element that listens is checked.
        pub fn checked(&self) -> bool {
            self.checked
        }

        /// The key; empty where none was pressed.
        pub fn key(&self) -> String {
            self.key.clone()
        }

        /// Whether Alt, Ctrl or Meta is held: never.
        pub fn has_modifier(&self) -> bool {
            false
        }

        /// Whether Alt is held, and neither Ctrl nor Meta: never.
        pub fn has_alt_alone(&self) -> bool {
            false
        }

        /// Whether the key belongs to text that is being composed: never.
        pub fn is_composing(&self) -> bool {
            false
        }

        /// Notes that the browser is kept from what it would do by itself.
        pub fn prevent_default(&self) {
            self.prevented.set(true);
        }

        /// Keeps it from elements further out.
        pub fn stop_propagation(&self) {}

        /// Whether a listener kept the browser from what it would do by itself.
        pub fn is_prevented(&self) -> bool {
            self.prevented.get()
        }
    }
}
