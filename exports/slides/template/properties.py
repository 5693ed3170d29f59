"""What a presentation says of itself, to programs and in the list of files."""

from datetime import datetime, time
from typing import Any

from exports.setting import Setting
from exports.slides.template.empty import LANGUAGE

PROGRAM = "/docProps/app.xml"
APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    '"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Buurt in Bloei</Application><Slides>{slides}</Slides><Notes>{notes}</Notes>"
    "<HiddenSlides>0</HiddenSlides></Properties>"
)


def tell(file: Any, title: str, setting: Setting) -> None:
    """The properties of the file; its day is the peildatum, so that a rerun is the same."""
    about = file.core_properties
    about.title, about.subject, about.language = title, setting.selection, LANGUAGE
    about.author = about.last_modified_by = "WIJeindhoven"
    about.keywords, about.comments = ", ".join(setting.marks), setting.audience_words
    about.revision = 1
    about.created = about.modified = datetime.combine(setting.as_of, time())
    for part in file.part.package.iter_parts():
        if part.partname == PROGRAM:  # what stood there counts the slides of the template
            notes = sum(slide.has_notes_slide for slide in file.slides)
            part._blob = APP.format(slides=len(file.slides), notes=notes).encode("utf-8")
