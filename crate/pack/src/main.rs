//! `cargo pack` builds the browser package, `cargo serve` shows it, `cargo verify` runs all tests.

mod bundle;
mod module;
mod page;
mod recipe;
mod serve;
mod trial;
mod verify;
mod workspace;

use std::env;
use std::process::ExitCode;

use anyhow::{Result, bail};

use recipe::Recipe;
use serve::Server;
use verify::Scope;

const HELP: &str = "\
cargo pack                     build www/dist: the page, its worker, the single file
cargo serve [--port NUMBER]    build it and serve it on 127.0.0.1
cargo verify [--quick | --all] install what the tests need, and run them
cargo measure [FORMAT]...      time the command and the module beside other programs
";

/// Where the page is served when nobody says otherwise.
const PORT: u16 = 4173;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [] | ["pack"] => pack().map(|()| true),
        ["serve"] => serve(PORT),
        ["serve", "--port", port] => serve(port.parse()?),
        ["verify"] => verify::run(Scope::Usual),
        ["verify", "--quick"] => verify::run(Scope::Quick),
        ["verify", "--all"] => verify::run(Scope::All),
        ["measure", formats @ ..] => measure(formats).map(|()| true),
        ["--help" | "-h"] => {
            print!("{HELP}");
            Ok(true)
        }
        _ => bail!("unknown arguments\n{HELP}"),
    }
}

/// Builds the package, and runs it once.
fn pack() -> Result<()> {
    let recipe = Recipe::read()?;
    let module = module::build(&recipe)?;
    module.check(&recipe)?;
    let sizes = page::assemble(&module)?;
    sizes.check(&recipe)?;
    trial::run_packed()?;
    println!("packed: {}", page::dist().display());
    Ok(())
}

/// Builds the command as it is shipped, and the package, and times both.
fn measure(formats: &[&str]) -> Result<()> {
    workspace::run(workspace::cargo().args(["build", "--release", "--package", "lakmoes-cli"]))?;
    pack()?;
    workspace::run(workspace::command("python3").arg("tests/bench/run.py").args(formats))
}

fn serve(port: u16) -> Result<bool> {
    pack()?;
    let server = Server::bind(page::dist(), port)?;
    println!("Lakmoes is served on {} (stop with Ctrl+C)", server.address()?);
    server.run();
    Ok(true)
}
