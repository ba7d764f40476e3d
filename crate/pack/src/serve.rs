//! Serves the page on this machine, with the headers that keep it and its worker from the network.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

/// What may be sent as a request, headers included.
const REQUEST: u64 = 16 << 10;

/// The worker is governed by the policy of its own response, not by that of the page.
const WORKER_POLICY: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'none'";

/// A server of the files in a folder.
pub struct Server {
    folder: Arc<PathBuf>,
    listener: TcpListener,
}

impl Server {
    /// Takes a port of this machine; port 0 is any that is free.
    pub fn bind(folder: PathBuf, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("port {port} cannot be used; name another with --port"))?;
        Ok(Self { folder: Arc::new(folder), listener })
    }

    /// Where the page is found.
    pub fn address(&self) -> Result<String> {
        Ok(format!("http://{}/", self.listener.local_addr()?))
    }

    /// Answers until the program ends.
    pub fn run(self) {
        for stream in self.listener.incoming().flatten() {
            let folder = Arc::clone(&self.folder);
            thread::spawn(move || {
                // A browser that went away is no fault of the server.
                let _ = answer(stream, &folder);
            });
        }
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.try_clone()?.take(REQUEST));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split(' ');
    let (method, address) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    if method != "GET" && method != "HEAD" {
        return respond(&mut stream, "405 Method Not Allowed", "Allow: GET, HEAD\r\n", b"", true);
    }
    let found = path(folder, address).and_then(|path| Some((fs::read(&path).ok()?, path)));
    match found {
        Some((body, path)) => {
            respond(&mut stream, "200 OK", &headers(&path), &body, method == "GET")
        }
        None => respond(&mut stream, "404 Not Found", "", b"", true),
    }
}

/// The file that an address names, if it is one below `folder`.
fn path(folder: &Path, address: &str) -> Option<PathBuf> {
    let address = address.split(['?', '#']).next()?.strip_prefix('/')?;
    let relative = Path::new(address);
    if !relative.components().all(|step| matches!(step, Component::Normal(_))) {
        return None;
    }
    let path = folder.join(relative);
    if path.is_dir() { Some(path.join("index.html")) } else { Some(path) }
}

fn headers(path: &Path) -> String {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("");
    let kind = match extension {
        "html" => "text/html; charset=utf-8",
        "js" | "cjs" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    };
    let worker = path.to_string_lossy().ends_with(".worker.js");
    let special = match extension {
        // Later workers take the script from the cache, so that nothing is asked after load.
        _ if worker => {
            format!("Cache-Control: max-age=3600\r\nContent-Security-Policy: {WORKER_POLICY}\r\n")
        }
        "html" => "Cache-Control: no-cache\r\n\
                   Content-Security-Policy: frame-ancestors 'self'\r\n"
            .to_owned(),
        _ => "Cache-Control: no-cache\r\n".to_owned(),
    };
    format!("Content-Type: {kind}\r\n{special}")
}

fn respond(
    stream: &mut TcpStream,
    status: &str,
    headers: &str,
    body: &[u8],
    whole: bool,
) -> std::io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
         Cross-Origin-Opener-Policy: same-origin\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    if whole {
        stream.write_all(body)?;
    }
    stream.flush()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn asked(request: &str) -> String {
        // A folder for each, since the tests run side by side.
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        let number = ASKED.fetch_add(1, Ordering::Relaxed);
        let folder = format!("lakmoes-serve-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "the page").unwrap();
        fs::write(folder.join("lakmoes.worker.js"), "worker").unwrap();
        let server = Server::bind(folder, 0).unwrap();
        let address = server.listener.local_addr().unwrap();
        thread::spawn(|| server.run());
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn the_page_and_its_worker_have_their_headers() {
        let page = asked("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html"), "{page}");
        assert!(page.ends_with("\r\n\r\nthe page"), "{page}");
        let worker = asked("GET /lakmoes.worker.js HTTP/1.1\r\n\r\n");
        assert!(worker.contains(WORKER_POLICY), "{worker}");
        assert!(worker.contains("X-Content-Type-Options: nosniff"), "{worker}");
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for address in ["/../Cargo.toml", "//etc/passwd", "/a/../../b", "/%2e%2e/x", "x", ""] {
            let answer = asked(&format!("GET {address} HTTP/1.1\r\n\r\n"));
            assert!(answer.starts_with("HTTP/1.1 404"), "{address}: {answer}");
        }
        assert!(asked("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
    }
}
