//! An object in a file, field by field: `name: T;` is always written, `name?: T;` where there is one, `name: [T];` where there are some.

// What follows `@`: name, fields that are done, fields that are still to be taken.
macro_rules! object {
    ($(#[$about:meta])* $name:ident { $($fields:tt)+ }) => {
        object! { @ [$(#[$about])* $name] [] $($fields)+ }
    };
    (@ $head:tt [$($done:tt)*] $(#[$meta:meta])* $field:ident?: $type:ty; $($more:tt)*) => {
        object! { @ $head [$($done)*
            $(#[$meta])* #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$type>,
        ] $($more)* }
    };
    (@ $head:tt [$($done:tt)*] $(#[$meta:meta])* $field:ident: [$type:ty]; $($more:tt)*) => {
        object! { @ $head [$($done)*
            $(#[$meta])* #[serde(default, skip_serializing_if = "Vec::is_empty")] pub $field: Vec<$type>,
        ] $($more)* }
    };
    (@ $head:tt [$($done:tt)*] $(#[$meta:meta])* $field:ident: $type:ty; $($more:tt)*) => {
        object! { @ $head [$($done)* $(#[$meta])* pub $field: $type,] $($more)* }
    };
    (@ [$(#[$about:meta])* $name:ident] [$($fields:tt)+]) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($fields)+ }
    };
}
