//! Web streams as Rust's, and back: the part of the crate of this name that leptos's server functions call. A closure, not an
//! exported class, is what JavaScript pulls from; so the linker drops all of it from a site that has no such function.

use futures_util::{Stream, StreamExt, stream};
use js_sys::{Object, Promise, Reflect};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{ReadableStreamDefaultController as Controller, ReadableStreamDefaultReader as Reader};

/// A web stream that can be read.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes JavaScript's stream as it is.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// A stream that asks `items` for one more whenever its reader wants one. An `Err` ends it with that error.
    pub fn from_stream<S>(items: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        // Not there while it is asked: the browser waits for one answer before it asks again.
        let items = Rc::new(Cell::new(Some(Box::pin(items))));
        let pull = Closure::<dyn FnMut(Controller) -> Promise>::new(move |controller: Controller| {
            let place = items.clone();
            future_to_promise(async move {
                let Some(mut items) = place.take() else { return Ok(JsValue::UNDEFINED) };
                match items.next().await {
                    Some(item) => controller.enqueue_with_chunk(&item?)?,
                    None => controller.close()?,
                }
                place.set(Some(items));
                Ok(JsValue::UNDEFINED)
            })
        });
        let source = Object::new();
        // A plain object takes every property.
        let _ = Reflect::set(&source, &"pull".into(), &pull.into_js_value());
        let made = web_sys::ReadableStream::new_with_underlying_source(&source);
        Self(made.unwrap_or_else(JsCast::unchecked_into))
    }

    /// JavaScript's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// The items of this stream, which nobody else may be reading. An error is the last of them.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        let reader = self.0.get_reader().unchecked_into::<Reader>();
        stream::try_unfold(reader, async |reader| {
            let read = JsFuture::from(reader.read()).await?;
            if Reflect::get(&read, &"done".into())?.is_truthy() {
                return Ok(None);
            }
            Ok(Some((Reflect::get(&read, &"value".into())?, reader)))
        })
    }
}
