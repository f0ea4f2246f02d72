"""XML of a stranger: parsed without entities, without the network, and into plain values."""

import re

from lxml import etree

from vectorstore.errors import UnreadableDocument

_NOT_XML = re.compile(rb"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));", re.I)
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TYPED = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


def root_of(content: bytes) -> etree._Element:
    """The root element of an XML document.

    Characters that XML forbids, which sites let through from Word, are left out.

    Raises:
        UnreadableDocument: it is no XML, or declares a document type, which minutes never do.
    """
    if _TYPED.search(content):
        raise UnreadableDocument(
            "It is XML with a document type declaration, which is never expanded; "
            "save it without one."
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16 has NULs in every letter
        content = _CONTROLS.sub(b"", _NOT_XML.sub(b"", content))
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument("It is not well-formed XML; fetch or save it again.") from error


def name_of(element: etree._Element) -> str:
    """The name of an element in small letters, without its namespace."""
    return etree.QName(element).localname.lower()


def children(element: etree._Element, name: str) -> list[etree._Element]:
    """The elements of a name directly under another."""
    return [each for each in element.iterchildren("*") if name_of(each) == name]


def value(element: etree._Element, name: str) -> str:
    """The words in the first child of a name, white space around them taken off; "" for none."""
    found = children(element, name)
    return (found[0].text or "").strip() if found else ""


def is_true(element: etree._Element, name: str, *, otherwise: bool = False) -> bool:
    """The "True" or "False" in a child; `otherwise` where it says neither."""
    return {"true": True, "false": False}.get(value(element, name).lower(), otherwise)
