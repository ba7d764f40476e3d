//! What the command says, in Dutch (level B1) and English.

use lakmoes::kind::{Kind, Subject, Text};
use serde_json::Value;

use crate::answer::Stop;
use crate::arguments::Language;
use crate::report::{Location, Report};
use crate::terminal::plain;

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words(pub Language);

impl Words {
    fn pick<'a>(self, nl: &'a str, en: &'a str) -> &'a str {
        match self.0 {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    /// What is said about a kind.
    pub fn kind(self, kind: &'static Kind) -> &'static Text {
        match self.0 {
            Language::Nl => &kind.nl,
            Language::En => &kind.en,
        }
    }

    /// The heading of a group.
    pub fn subject(self, subject: &'static Subject) -> &'static str {
        self.pick(subject.nl, subject.en)
    }

    /// The verdict in words, with what matters most beside it.
    pub fn verdict(self, report: &Report) -> String {
        let (findings, tips) = report.points_and_tips();
        let surfaces = report.coverage.surfaces.len();
        let encrypted = report.gaps.iter().any(|gap| gap.reason == "encrypted");
        let found = match report.is_personal() {
            true => self.pick("Persoonsgegevens gevonden.", "Personal data found."),
            false => self.pick("Verborgen gegevens gevonden.", "Hidden data found."),
        };
        match report.verdict.as_str() {
            "clear" => {
                let first = match findings {
                    0 => self.pick("Niets gevonden.", "Nothing found.").to_owned(),
                    1 => self
                        .pick(
                            "Niets gevonden dat zeker weg moet. Bekijk nog 1 punt.",
                            "Nothing found that surely has to go. Look at 1 more point.",
                        )
                        .to_owned(),
                    n => self
                        .pick(
                            "Niets gevonden dat zeker weg moet. Bekijk nog {n} punten.",
                            "Nothing found that surely has to go. Look at {n} more points.",
                        )
                        .replace("{n}", &n.to_string()),
                };
                let second = match surfaces {
                    0 if findings == 0 => self.pick("Alles is gelezen.", "Everything was read."),
                    0 => return first + &self.tips(tips),
                    1 => self.pick(
                        "Tekst in 1 plaatje is niet gelezen. Bekijk dat zelf.",
                        "Text in 1 picture was not read. Look at it yourself.",
                    ),
                    _ => self.pick(
                        "Tekst in {n} plaatjes is niet gelezen. Bekijk die zelf.",
                        "Text in {n} pictures was not read. Look at them yourself.",
                    ),
                };
                let second = second.replace("{n}", &surfaces.to_string());
                format!("{first} {second}{}", self.tips(tips))
            }
            "findings" => found.to_owned(),
            "incomplete" => {
                let first = self.pick(
                    "Niet alles kon worden gelezen. Deel dit bestand nog niet.",
                    "Not everything could be read. Do not share this file yet.",
                );
                if report.is_grave() { format!("{first} {found}") } else { first.to_owned() }
            }
            _ if encrypted => self
                .pick(
                    "Dit bestand heeft een wachtwoord. Geef het goede met --password, dan kan het worden gelezen.",
                    "This file has a password. Give the right one with --password, and it can be read.",
                )
                .to_owned(),
            _ if report.size == 0 => {
                self.pick("Dit bestand is leeg.", "This file is empty.").to_owned()
            }
            _ => self
                .pick("Dit bestand kon niet worden gelezen.", "This file could not be read.")
                .to_owned(),
        }
    }

    /// That there is advice, where there is.
    fn tips(self, number: usize) -> String {
        let text = match number {
            0 => return String::new(),
            1 => self.pick(
                "Er is 1 tip om het bestand toegankelijker te maken.",
                "There is 1 tip to make the file more accessible.",
            ),
            _ => self.pick(
                "Er zijn {n} tips om het bestand toegankelijker te maken.",
                "There are {n} tips to make the file more accessible.",
            ),
        };
        format!(" {}", text.replace("{n}", &number.to_string()))
    }

    /// Why a file was not looked at to the end.
    pub fn stop(self, stop: &Stop) -> String {
        let text = match stop {
            Stop::Changed => self.pick(
                "Dit bestand is veranderd tijdens het lezen. Het is niet gecontroleerd.",
                "This file changed while it was read. It was not checked.",
            ),
            Stop::NoFile => self.pick(
                "Dit is geen bestand. Het is niet gecontroleerd.",
                "This is no file. It was not checked.",
            ),
            Stop::Missing => self.pick("Dit bestand is er niet.", "This file is not there."),
            Stop::Forbidden => self.pick(
                "U mag dit bestand niet openen. Het is niet gecontroleerd.",
                "You may not open this file. It was not checked.",
            ),
            Stop::Unread(_) => self.pick(
                "Dit bestand kan niet worden geopend: {why}.",
                "This file cannot be opened: {why}.",
            ),
            Stop::Unwritten(_) => self.pick(
                "De kopie kan niet worden opgeslagen: {why}.",
                "The copy cannot be written: {why}.",
            ),
            Stop::Died => self.pick(
                "De controle is gestopt. Dit bestand is niet gecontroleerd.",
                "The check stopped. This file was not checked.",
            ),
            Stop::Late => self.pick(
                "De controle duurde te lang. Dit bestand is niet gecontroleerd. Geef meer tijd met --timeout.",
                "The check took too long. This file was not checked. Give more time with --timeout.",
            ),
        };
        match stop {
            Stop::Unread(why) | Stop::Unwritten(why) => text.replace("{why}", &plain(why)),
            _ => text.to_owned(),
        }
    }

    /// Why there is no copy.
    pub fn refusal(self, code: &str) -> &'static str {
        match code {
            "signed" => self.pick(
                "Dit bestand is ondertekend. Een schone kopie heeft die handtekening niet meer. Wilt u dat, gebruik dan --remove signature.",
                "This file is signed. A clean copy loses that signature. If you want that, use --remove signature.",
            ),
            "encrypted" => self.pick(
                "Dit bestand heeft een wachtwoord. Een schone kopie heeft dat niet meer. Wilt u dat, gebruik dan --remove encryption.",
                "This file has a password. A clean copy does not have it any more. If you want that, use --remove encryption.",
            ),
            "not-clean" => self.pick(
                "Er is geen kopie gemaakt: na het schoonmaken stond er nog iets in. Uw bestand is niet veranderd. Laat minder weghalen, of pas het document zelf aan.",
                "No copy was made: something was still in it after cleaning. Your file is unchanged. Have less removed, or change the document yourself.",
            ),
            "exists" => self.pick(
                "Er is geen kopie gemaakt: op die plaats staat al een bestand met deze naam.",
                "No copy was made: a file with this name is already there.",
            ),
            "same-name" => self.pick(
                "Er is geen kopie gemaakt: een ander bestand in deze opdracht heeft dezelfde naam.",
                "No copy was made: another file of this command has the same name.",
            ),
            _ => self.pick(
                "Dit bestand kon niet worden gelezen. Er is geen kopie gemaakt.",
                "This file could not be read. No copy was made.",
            ),
        }
    }

    /// Why there is no copy of a document that could not be read.
    pub fn unread_copy(self, reason: &str) -> String {
        let file = self.pick("Dit bestand is", "This file is");
        let none = self.pick("Er is geen kopie gemaakt.", "No copy was made.");
        format!("{file} {}. {none}", self.reason(reason))
    }

    /// How sure a finding is.
    pub fn certainty(self, certainty: &str) -> &'static str {
        match certainty {
            "certain" => self.pick("zeker", "certain"),
            "likely" => self.pick("waarschijnlijk", "likely"),
            _ => self.pick("misschien", "possible"),
        }
    }

    /// What cleaning does.
    pub fn remedy(self, remedy: &str) -> &'static str {
        match remedy {
            "drop" => self.pick("wordt gewist", "is removed"),
            "neutral" => self.pick("wordt vervangen", "is replaced"),
            "ask" => self.pick("kiest u zelf", "you choose"),
            _ => self.pick("blijft staan", "stays"),
        }
    }

    /// Why something was not read.
    pub fn reason(self, reason: &str) -> &'static str {
        match reason {
            "encrypted" => self.pick("met een wachtwoord beveiligd", "protected by a password"),
            "damaged" => self.pick("beschadigd", "damaged"),
            "unknown" => self
                .pick("van een soort die nog niet wordt gelezen", "of a kind that is not read yet"),
            "limit" => self.pick("te groot of te ingewikkeld", "too large or too complex"),
            "picture" => self.pick("alleen een plaatje", "only a picture"),
            _ => self.pick("gestopt", "stopped"),
        }
    }

    /// Where something stands.
    pub fn location(self, location: &Location) -> String {
        let steps = location.iter().flatten().map(|(sort, value)| {
            let value = match value {
                Value::String(name) => plain(name),
                other => other.to_string(),
            };
            let noun = match sort.as_str() {
                "page" => self.pick("bladzijde ", "page "),
                "sheet" => self.pick("blad ", "sheet "),
                "cell" => self.pick("cel ", "cell "),
                "slide" => self.pick("dia ", "slide "),
                "paragraph" => self.pick("alinea ", "paragraph "),
                "line" => self.pick("regel ", "line "),
                "comment" => self.pick("opmerking ", "comment "),
                "object" => "object ",
                "revision" => self.pick("eerdere versie ", "earlier version "),
                "attachment" => self.pick("bijlage ", "attachment "),
                "block" => self.pick("gecodeerd blok ", "encoded block "),
                "property" if value == "name" => return self.file_name().to_owned(),
                _ => "",
            };
            format!("{noun}{value}")
        });
        let steps: Vec<String> = steps.collect();
        match steps.is_empty() {
            true => self.pick("het hele bestand", "the whole file").to_owned(),
            false => steps.join(", "),
        }
    }

    fn file_name(self) -> &'static str {
        self.pick("de naam van het bestand", "the name of the file")
    }

    /// The heading of what was not read.
    pub fn unread(self) -> &'static str {
        self.pick("Niet gelezen", "Not read")
    }

    /// What a surface is.
    pub fn surface(self) -> &'static str {
        self.pick("tekst in dit plaatje", "text in this picture")
    }

    /// That there is more of the same.
    pub fn more(self, number: usize) -> String {
        self.pick("en nog {n}", "and {n} more").replace("{n}", &number.to_string())
    }

    /// That a copy was written.
    pub fn written(self, path: &str) -> String {
        self.pick("Kopie gemaakt: {path}", "Copy made: {path}").replace("{path}", path)
    }

    /// That nothing is left in a copy, or that something is.
    pub fn copy_verdict(self, report: &Report) -> String {
        match report.verdict.as_str() {
            "clear" => {
                let first = self.pick("Opnieuw gecontroleerd.", "Checked again.");
                format!("{first} {}", self.verdict(report))
            }
            "incomplete" => self.verdict(report),
            _ => self
                .pick(
                    "Dit staat er nog in, kijk of dat goed is:",
                    "This is still in it, see whether that is right:",
                )
                .to_owned(),
        }
    }

    /// The headings of what became of things.
    pub fn removed(self) -> &'static str {
        self.pick("Gewist", "Removed")
    }

    pub fn neutral(self) -> &'static str {
        self.pick("Vervangen", "Replaced")
    }

    pub fn kept(self) -> &'static str {
        self.pick("Blijft staan", "Kept")
    }

    /// That the copy does not say of itself what it was to say.
    pub fn unset(self, name: &str) -> &'static str {
        match name {
            "title" => self.pick(
                "De titel kon in dit bestand niet worden ingevuld.",
                "The title could not be set in this file.",
            ),
            "language" => self.pick(
                "De taal kon in dit bestand niet worden ingevuld.",
                "The language could not be set in this file.",
            ),
            _ => self.pick(
                "De organisatie kon in dit bestand niet worden ingevuld.",
                "The organisation could not be set in this file.",
            ),
        }
    }

    /// That something stays of which all was to go, and where that can be done.
    pub fn left(self, title: &str) -> String {
        let rest = self.pick(
            "kan hier niet of niet helemaal weg. Doe het in het programma waarmee het bestand is gemaakt.",
            "cannot go here, or not all of it. Remove it in the program that made the file.",
        );
        format!("{title}: {rest}")
    }

    /// That a value can still be read elsewhere.
    pub fn shown(self) -> &'static str {
        self.pick("staat ook in de tekst die blijft", "also stands in text that stays")
    }

    /// In how many places.
    pub fn places(self, count: u64) -> String {
        match count {
            1 => String::new(),
            count => format!(" ({count}×)"),
        }
    }
}
