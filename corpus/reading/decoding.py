"""Bytes into characters, or a clear word why not. No character is ever guessed or replaced."""

from __future__ import annotations

import codecs
import re

from corpus.errors import UnreadableArticle
from corpus.reading.english import is_english

BYTE_ORDER_MARKS = (  # the longer first: that of UTF-32 begins like that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY_BEGINNINGS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or a .docx, .odt or .epub, which are such archives)"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (sound, film or image)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"ID3", "an MP3 recording"),
)
META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
META_WITHIN = 1024
"""HTML asks that a page declare its encoding within its first 1,024 bytes."""
WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""Labels that the WHATWG Encoding Standard reads as windows-1252, as every browser does."""
MOST_MESS, LEAST_COHERENCE = 0.02, 0.5
"""What charset-normalizer must report of a decoding to be believed. Paragraphs of English, French, Polish and Russian
in their old encodings score 0 and at least 0.59; broken UTF-8 and arbitrary bytes miss one or the other."""
OF_ENGLISH = "cp1252"
SURROGATE = re.compile("[\ud800-\udfff]")


def decode(data: bytes, *, where: str, declared: str | None = None, is_html: bool = False) -> str:
    """The characters of `data`, without a byte order mark. The encoding is that of the mark, else the `declared` one,
    else the one an HTML page declares, else UTF-8, else one that charset-normalizer is sure of.

    Raises `UnreadableArticle` for a binary file, a NUL, or bytes in no encoding that is sure.
    """
    for beginning, kind in BINARY_BEGINNINGS:
        if data.startswith(beginning):
            raise UnreadableArticle(f"is {kind}, not text", where=where)
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return checked(strictly(data, encoding, where, skip=len(mark)), where)
    if (nul := data.find(0)) >= 0:
        raise UnreadableArticle(
            f"has a NUL at byte {nul}: a binary file, or UTF-16 without a byte order mark", where=where
        )
    named = declared or (declared_in_page(data) if is_html else None)
    if named:
        return checked(strictly(data, python_codec(named, where), where), where)
    try:
        return checked(data.decode(), where)
    except UnicodeDecodeError as error:
        text = surely(data)
        if text is None:
            raise UnreadableArticle(
                f"is not UTF-8 from byte {error.start} on ({data[error.start]:#04x}), "
                "and no other encoding is sure; convert it to UTF-8",
                where=where,
            ) from error
        return checked(text, where)


def strictly(data: bytes, encoding: str, where: str, skip: int = 0) -> str:
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        at = skip + error.start
        raise UnreadableArticle(f"says it is {encoding} and is not at byte {at}", where=where) from error
    except (LookupError, UnicodeError) as error:  # codecs such as "hex" and "idna", which are no encodings of text
        raise UnreadableArticle(f"says it is in {encoding!r}, which is no encoding of text", where=where) from error


def declared_in_page(data: bytes) -> str | None:
    found = META_CHARSET.search(data, 0, META_WITHIN)
    label = found[1].decode("ascii", "replace") if found else None
    # bytes in which "<meta" was found are not UTF-16, whatever they say: HTML reads that label as UTF-8
    return "utf-8" if label and label.lower().startswith("utf-16") else label


def python_codec(label: str, where: str) -> str:
    try:
        name = codecs.lookup(label).name
    except LookupError:
        raise UnreadableArticle(f"says it is in {label!r}, an encoding nobody knows", where=where) from None
    return WEB_NAMES.get(name, name)


def surely(data: bytes) -> str | None:
    """The text, if all old encodings in which charset-normalizer finds it clean and like a language read the same;
    else None. Where they differ in a letter and windows-1252 is among the cleanest, English is taken to be in that, as
    the WHATWG Encoding Standard has it."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 (only a rare file needs it)

    likely = [match for match in from_bytes(data) if match.chaos <= MOST_MESS and match.coherence >= LEAST_COHERENCE]
    try:
        texts = {data.decode(match.encoding) for match in likely}
    except UnicodeDecodeError:  # of large files it has read samples only
        return None
    if len(texts) == 1:
        return texts.pop()
    least = min((match.chaos for match in likely), default=0)
    if any(match.chaos == least and OF_ENGLISH in match.could_be_from_charset for match in likely):
        text = data.decode(OF_ENGLISH)
        return text if is_english(text) else None
    return None


def checked(text: str, where: str) -> str:
    """`text`, if it can be kept: no NUL, no lone surrogate, no leftover byte order mark at its beginning."""
    text = text.removeprefix("\ufeff")
    if (nul := text.find("\x00")) >= 0:
        raise UnreadableArticle(f"has a NUL at character {nul}", where=where)
    if lone := SURROGATE.search(text):
        raise UnreadableArticle(f"has a lone surrogate at character {lone.start()}", where=where)
    if not text.strip():
        raise UnreadableArticle("is empty" if not text else "holds nothing but white space", where=where)
    return text
