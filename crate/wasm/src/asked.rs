//! What JavaScript asks for, as the core takes it.

use std::collections::BTreeMap;
use std::rc::Rc;

use lakmoes::{Act, Choice, Imprint, Options, Plan, Policy, Target, Watch};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::failure;

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct AskedOptions {
    password: Option<String>,
    limits: BTreeMap<String, u64>,
    policy: Option<serde_json::Value>,
    today: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct AskedPlan {
    remove: Vec<String>,
    neutral: Vec<String>,
    keep: Vec<String>,
    title: Option<String>,
    language: Option<String>,
    organisation: Option<String>,
}

/// The options of the core.
pub fn options(asked: JsValue, watch: Option<Rc<dyn Watch>>) -> Result<Options, JsValue> {
    let asked: AskedOptions = read(asked)?;
    let policy = match asked.policy {
        None => Policy::default(),
        Some(policy) => Policy::parse(&policy.to_string())
            .map_err(|error| failure("policy", &error.to_string()))?,
    };
    let (password, today) = (asked.password, asked.today);
    let mut options = Options { policy, password, today, watch, ..Options::default() };
    for (name, value) in &asked.limits {
        options.limits.set(name, *value).map_err(|names| {
            failure("options", &format!("no limit is called {name}; there are {names:?}"))
        })?;
    }
    Ok(options)
}

/// The plan of the core: a kind, a finding or `all` to remove, to make neutral, or to keep;
/// and what the copy is to say of itself.
pub fn plan(asked: JsValue) -> Result<Plan, JsValue> {
    let asked: AskedPlan = read(asked)?;
    let lists =
        [(asked.remove, Act::Remove), (asked.neutral, Act::Neutral), (asked.keep, Act::Keep)];
    let mut choices = Vec::new();
    for (names, act) in lists {
        choices.extend(names.iter().map(|name| Choice { target: Target::parse(name), act }));
    }
    // What is said about one thing wins over what is said about all.
    choices.sort_by_key(|choice| match choice.target {
        Target::All => 0,
        Target::Kind(_) => 1,
        Target::Finding(_) => 2,
    });
    let [title, language, organisation] =
        [&asked.title, &asked.language, &asked.organisation].map(Option::as_deref);
    let imprint = Imprint::new(title, language, organisation)
        .map_err(|name| failure("options", &format!("the {name} cannot be set to this")))?;
    Ok(Plan { choices, imprint })
}

fn read<T: Default + DeserializeOwned>(asked: JsValue) -> Result<T, JsValue> {
    if asked.is_undefined() || asked.is_null() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(asked).map_err(|error| failure("options", &error.to_string()))
}
