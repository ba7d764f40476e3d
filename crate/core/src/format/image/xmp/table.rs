//! What the properties of XMP tell, and the prefixes by which the table names them.
//!
//! From the XMP specification part 1 and 2 (ISO 16684), Exif in XMP (CIPA DC-010), the IPTC Photo
//! Metadata Standard 2023.1, the guidelines of the Metadata Working Group, and PLUS.

use crate::kind::{Kind, access, hidden, history, people, place, software, time};
use crate::syntax::xml::Namespaces;
use crate::visit::Remedy::{self, Drop, Keep};

/// The namespaces, sorted.
#[rustfmt::skip]
pub(super) const NAMESPACES: Namespaces = &[
    ("adobe:ns:meta/", "x"),
    ("http://cipa.jp/exif/1.0/", "exifEX"),
    ("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Iptc4xmpCore"),
    ("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt"),
    ("http://ns.adobe.com/camera-raw-settings/1.0/", "crs"),
    ("http://ns.adobe.com/exif/1.0/", "exif"),
    ("http://ns.adobe.com/exif/1.0/aux/", "aux"),
    ("http://ns.adobe.com/hdr-gain-map/1.0/", "hdrgm"),
    ("http://ns.adobe.com/lightroom/1.0/", "lr"),
    ("http://ns.adobe.com/pdf/1.3/", "pdf"),
    ("http://ns.adobe.com/photoshop/1.0/", "photoshop"),
    ("http://ns.adobe.com/tiff/1.0/", "tiff"),
    ("http://ns.adobe.com/xap/1.0/", "xmp"),
    ("http://ns.adobe.com/xap/1.0/bj/", "xmpBJ"),
    ("http://ns.adobe.com/xap/1.0/g/img/", "xmpGImg"),
    ("http://ns.adobe.com/xap/1.0/mm/", "xmpMM"),
    ("http://ns.adobe.com/xap/1.0/rights/", "xmpRights"),
    ("http://ns.adobe.com/xap/1.0/sType/Dimensions#", "stDim"),
    ("http://ns.adobe.com/xap/1.0/sType/ResourceEvent#", "stEvt"),
    ("http://ns.adobe.com/xap/1.0/sType/ResourceRef#", "stRef"),
    ("http://ns.adobe.com/xap/1.0/t/pg/", "xmpTPg"),
    ("http://ns.adobe.com/xmp/1.0/DynamicMedia/", "xmpDM"),
    ("http://ns.adobe.com/xmp/Identifier/qual/1.0/", "xmpidq"),
    ("http://ns.adobe.com/xmp/note/", "xmpNote"),
    ("http://ns.google.com/photos/1.0/camera/", "GCamera"),
    ("http://ns.google.com/photos/1.0/container/", "Container"),
    ("http://ns.google.com/photos/1.0/container/item/", "Item"),
    ("http://ns.google.com/photos/1.0/panorama/", "GPano"),
    ("http://ns.microsoft.com/photo/1.0", "MicrosoftPhoto"),
    ("http://ns.microsoft.com/photo/1.0/", "MicrosoftPhoto"),
    ("http://ns.microsoft.com/photo/1.2/", "MP"),
    ("http://ns.useplus.org/ldf/xmp/1.0/", "plus"),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://www.digikam.org/ns/1.0/", "digiKam"),
    ("http://www.metadataworkinggroup.com/schemas/regions/", "mwg-rs"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
];

/// What a property is.
pub(super) enum Row {
    /// A place of its own.
    Place(&'static Kind, Remedy),
    /// A setting: one place with all others.
    Setting,
}

/// What a property tells; all that the table does not name is private data.
pub(super) fn row(name: &str) -> Row {
    if let Some((_, kind, remedy)) = PROPERTIES.iter().find(|(known, _, _)| *known == name) {
        return Row::Place(kind, *remedy);
    }
    let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
    if name.starts_with("exif:GPS") {
        Row::Place(&place::POSITION, Drop)
    } else if SETTINGS.contains(&prefix) || SETTINGS.contains(&name) {
        Row::Setting
    } else {
        Row::Place(&hidden::PRIVATE_DATA, Drop)
    }
}

/// Properties that tell how a camera or program was set, by prefix or by name.
#[rustfmt::skip]
const SETTINGS: &[&str] = &[
    "crs", "exif", "exifEX", "tiff", "aux", "hdrgm", "GCamera", "Container", "GPano", "xmpTPg",
    "dc:format", "dc:type", "xmp:Rating", "xmp:Label", "photoshop:ColorMode",
    "photoshop:ICCProfile", "photoshop:Urgency", "photoshop:SidecarForExtension",
    "photoshop:EmbeddedXMPDigest", "photoshop:LegacyIPTCDigest", "xmpMM:RenditionClass",
    "xmpMM:VersionID", "xmpRights:Marked", "MicrosoftPhoto:Rating", "xmpDM:pick", "xmpDM:good",
    "pdf:Trapped", "pdf:PDFVersion", "pdf:Keywords", "Iptc4xmpExt:DigitalSourceType",
    "Iptc4xmpExt:MaxAvailWidth", "Iptc4xmpExt:MaxAvailHeight",
];

#[rustfmt::skip]
const PROPERTIES: &[(&str, &Kind, Remedy)] = &[
    ("x:xmptk", &software::PROGRAM, Drop),
    ("rdf:about", &history::DOCUMENT_ID, Drop),
    ("dc:title", &access::TITLE, Keep),
    ("dc:language", &access::TITLE, Keep),
    ("Iptc4xmpCore:AltTextAccessibility", &access::TITLE, Keep),
    ("Iptc4xmpCore:ExtDescrAccessibility", &access::TITLE, Keep),
    ("dc:creator", &people::AUTHOR, Drop),
    ("dc:contributor", &people::AUTHOR, Drop),
    ("dc:publisher", &people::ORGANISATION, Drop),
    ("dc:rights", &people::RIGHTS_HOLDER, Drop),
    ("dc:description", &access::DESCRIPTION, Drop),
    ("dc:subject", &access::DESCRIPTION, Drop),
    ("dc:coverage", &place::PLACE_NAME, Drop),
    ("dc:date", &time::DATE, Drop),
    ("dc:identifier", &history::DOCUMENT_ID, Drop),
    ("dc:source", &place::FILE_PATH, Drop),
    ("dc:relation", &place::FILE_PATH, Drop),
    ("xmp:CreatorTool", &software::PROGRAM, Drop),
    ("xmp:CreateDate", &time::DATE, Drop),
    ("xmp:ModifyDate", &time::DATE, Drop),
    ("xmp:MetadataDate", &time::DATE, Drop),
    ("xmp:BaseURL", &place::FILE_PATH, Drop),
    ("xmp:Identifier", &history::DOCUMENT_ID, Drop),
    ("xmp:Nickname", &access::DESCRIPTION, Drop),
    ("xmp:Thumbnails", &hidden::THUMBNAIL, Drop),
    ("xmpRights:Owner", &people::OWNER, Drop),
    ("xmpRights:UsageTerms", &people::RIGHTS_HOLDER, Drop),
    ("xmpRights:WebStatement", &people::RIGHTS_HOLDER, Drop),
    ("xmpRights:Certificate", &people::RIGHTS_HOLDER, Drop),
    ("xmpMM:DocumentID", &history::DOCUMENT_ID, Drop),
    ("xmpMM:InstanceID", &history::DOCUMENT_ID, Drop),
    ("xmpMM:OriginalDocumentID", &history::DOCUMENT_ID, Drop),
    ("xmpMM:DerivedFrom", &history::DOCUMENT_ID, Drop),
    ("xmpMM:History", &history::EDITING, Drop),
    ("xmpMM:Versions", &history::EDITING, Drop),
    ("xmpMM:Ingredients", &place::FILE_PATH, Drop),
    ("xmpMM:Manifest", &place::FILE_PATH, Drop),
    ("xmpMM:Pantry", &history::EDITING, Drop),
    ("xmpMM:PreservedFileName", &place::FILE_PATH, Drop),
    ("xmpMM:Manager", &software::PROGRAM, Drop),
    ("xmpMM:ManageTo", &place::FILE_PATH, Drop),
    ("xmpMM:ManageUI", &place::FILE_PATH, Drop),
    ("xmpNote:HasExtendedXMP", &history::DOCUMENT_ID, Drop),
    ("xmpBJ:JobRef", &history::DOCUMENT_ID, Drop),
    ("pdf:Producer", &software::PROGRAM, Drop),
    ("photoshop:AuthorsPosition", &people::AUTHOR, Drop),
    ("photoshop:CaptionWriter", &people::AUTHOR, Drop),
    ("photoshop:Credit", &people::RIGHTS_HOLDER, Drop),
    ("photoshop:Source", &people::RIGHTS_HOLDER, Drop),
    ("photoshop:City", &place::PLACE_NAME, Drop),
    ("photoshop:State", &place::PLACE_NAME, Drop),
    ("photoshop:Country", &place::PLACE_NAME, Drop),
    ("photoshop:DateCreated", &time::DATE, Drop),
    ("photoshop:Headline", &access::DESCRIPTION, Drop),
    ("photoshop:Instructions", &access::DESCRIPTION, Drop),
    ("photoshop:Category", &access::DESCRIPTION, Drop),
    ("photoshop:SupplementalCategories", &access::DESCRIPTION, Drop),
    ("photoshop:TransmissionReference", &history::DOCUMENT_ID, Drop),
    ("photoshop:DocumentAncestors", &history::DOCUMENT_ID, Drop),
    ("photoshop:History", &history::EDITING, Drop),
    ("photoshop:TextLayers", &hidden::HIDDEN_TEXT, Drop),
    ("tiff:Make", &software::DEVICE, Drop),
    ("tiff:Model", &software::DEVICE, Drop),
    ("tiff:Software", &software::PROGRAM, Drop),
    ("tiff:Artist", &people::AUTHOR, Drop),
    ("tiff:Copyright", &people::RIGHTS_HOLDER, Drop),
    ("tiff:ImageDescription", &access::DESCRIPTION, Drop),
    ("tiff:DateTime", &time::DATE, Drop),
    ("exif:DateTimeOriginal", &time::DATE, Drop),
    ("exif:DateTimeDigitized", &time::DATE, Drop),
    ("exif:DateTime", &time::DATE, Drop),
    ("exif:SubSecTime", &time::DATE, Drop),
    ("exif:GPSTimeStamp", &time::DATE, Drop),
    ("exif:GPSDateTime", &time::DATE, Drop),
    ("exif:GPSVersionID", &software::CAMERA_SETTINGS, Drop),
    ("exif:UserComment", &access::DESCRIPTION, Drop),
    ("exif:ImageUniqueID", &history::DOCUMENT_ID, Drop),
    ("exif:MakerNote", &software::MAKER_NOTE, Drop),
    ("exif:RelatedSoundFile", &place::FILE_PATH, Drop),
    ("exif:Artist", &people::AUTHOR, Drop),
    ("exif:Copyright", &people::RIGHTS_HOLDER, Drop),
    ("exif:Make", &software::DEVICE, Drop),
    ("exif:Model", &software::DEVICE, Drop),
    ("exif:Software", &software::PROGRAM, Drop),
    ("exifEX:CameraOwnerName", &people::OWNER, Drop),
    ("exifEX:BodySerialNumber", &software::SERIAL_NUMBER, Drop),
    ("exifEX:LensSerialNumber", &software::SERIAL_NUMBER, Drop),
    ("exifEX:LensMake", &software::DEVICE, Drop),
    ("exifEX:LensModel", &software::DEVICE, Drop),
    ("exifEX:Photographer", &people::AUTHOR, Drop),
    ("exifEX:ImageEditor", &people::AUTHOR, Drop),
    ("exifEX:ImageTitle", &access::TITLE, Keep),
    ("aux:OwnerName", &people::OWNER, Drop),
    ("aux:SerialNumber", &software::SERIAL_NUMBER, Drop),
    ("aux:LensSerialNumber", &software::SERIAL_NUMBER, Drop),
    ("aux:Lens", &software::DEVICE, Drop),
    ("aux:Firmware", &software::PROGRAM, Drop),
    ("aux:ImageNumber", &history::DOCUMENT_ID, Drop),
    ("crs:RawFileName", &place::FILE_PATH, Drop),
    ("lr:hierarchicalSubject", &access::DESCRIPTION, Drop),
    ("lr:weightedFlatSubject", &access::DESCRIPTION, Drop),
    ("digiKam:TagsList", &access::DESCRIPTION, Drop),
    ("MicrosoftPhoto:LastKeywordXMP", &access::DESCRIPTION, Drop),
    ("MicrosoftPhoto:LastKeywordIPTC", &access::DESCRIPTION, Drop),
    ("MicrosoftPhoto:CameraSerialNumber", &software::SERIAL_NUMBER, Drop),
    ("MicrosoftPhoto:DateAcquired", &time::DATE, Drop),
    ("MicrosoftPhoto:CreatorAppId", &software::PROGRAM, Drop),
    ("MP:RegionInfo", &people::PERSON_SHOWN, Drop),
    ("mwg-rs:Regions", &people::PERSON_SHOWN, Drop),
    ("Iptc4xmpExt:PersonInImage", &people::PERSON_SHOWN, Drop),
    ("Iptc4xmpExt:PersonInImageWDetails", &people::PERSON_SHOWN, Drop),
    ("Iptc4xmpExt:ImageRegion", &people::PERSON_SHOWN, Drop),
    ("Iptc4xmpExt:ModelAge", &people::PERSON_SHOWN, Drop),
    ("Iptc4xmpExt:AddlModelInfo", &people::PERSON_SHOWN, Drop),
    ("Iptc4xmpExt:LocationCreated", &place::PLACE_NAME, Drop),
    ("Iptc4xmpExt:LocationShown", &place::PLACE_NAME, Drop),
    ("Iptc4xmpExt:Event", &access::DESCRIPTION, Drop),
    ("Iptc4xmpExt:OrganisationInImageName", &people::ORGANISATION, Drop),
    ("Iptc4xmpExt:OrganisationInImageCode", &people::ORGANISATION, Drop),
    ("Iptc4xmpExt:DigImageGUID", &history::DOCUMENT_ID, Drop),
    ("Iptc4xmpExt:RegistryId", &history::DOCUMENT_ID, Drop),
    ("Iptc4xmpCore:Location", &place::PLACE_NAME, Drop),
    ("Iptc4xmpCore:CountryCode", &place::PLACE_NAME, Drop),
    ("Iptc4xmpCore:CreatorContactInfo", &people::AUTHOR, Drop),
    ("Iptc4xmpCore:SubjectCode", &access::DESCRIPTION, Drop),
    ("Iptc4xmpCore:Scene", &access::DESCRIPTION, Drop),
    ("Iptc4xmpCore:IntellectualGenre", &access::DESCRIPTION, Drop),
    ("plus:ImageCreator", &people::AUTHOR, Drop),
    ("plus:CopyrightOwner", &people::RIGHTS_HOLDER, Drop),
    ("plus:Licensor", &people::RIGHTS_HOLDER, Drop),
    ("plus:ImageSupplier", &people::RIGHTS_HOLDER, Drop),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_namespaces_are_sorted() {
        assert!(NAMESPACES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn what_the_table_does_not_name_is_private() {
        assert!(matches!(row("crs:Sharpness"), Row::Setting));
        assert!(matches!(row("exif:GPSLatitude"), Row::Place(kind, Drop) if kind.id == "position"));
        assert!(
            matches!(row("{urn:x}secret"), Row::Place(kind, Drop) if kind.id == "private-data")
        );
    }
}
