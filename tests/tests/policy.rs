//! The policy that is shown as an example is one, and so is what the schema says.

use std::fs;

use lakmoes::Policy;
use lakmoes_tests::root;

#[test]
fn the_example_is_a_policy_and_fits_its_schema() {
    let read = |name: &str| fs::read_to_string(root().join("docs").join(name)).expect("a document");
    let example = read("policy.example.json");
    let policy = Policy::parse(&example).expect("a policy");
    assert_eq!(policy.name, "example ministry");
    let schema = serde_json::from_str(&read("policy.schema.json")).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let mut example: serde_json::Value = serde_json::from_str(&example).expect("JSON");
    assert!(schema.validate(&example).is_ok());
    example["extra"] = 1.into();
    assert!(schema.validate(&example).is_err());
    assert!(Policy::parse(&example.to_string()).is_err());
}
