//! Writes all cases into a folder, to be tried by hand.

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).unwrap_or_else(|| "target/cases".into());
    if folder.to_string_lossy().starts_with('-') {
        return Err(io::Error::other("name a folder to write the cases into"));
    }
    let folder = PathBuf::from(folder);
    for case in lakmoes_tests::cases::all() {
        let folder = folder.join(case.name);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(case.file), case.bytes)?;
    }
    Ok(())
}
