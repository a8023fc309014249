"""Why the system refused, in marked English sentences of ours: its own words come in its own language. A leaf."""

from __future__ import annotations

import errno

from cxworkshop.errors import Phrase
from cxworkshop.words import N_

_REASONS = {  # by name: not every system has every number
    "EACCES": N_("you have no permission"),
    "EPERM": N_("you have no permission"),
    "ENOENT": N_("there is no such file or folder"),
    "ENOTDIR": N_("a part of the path is a file, not a folder"),
    "EISDIR": N_("it is a folder, not a file"),
    "EEXIST": N_("something of that name is there already"),
    "ENOSPC": N_("the disk is full"),
    "EDQUOT": N_("your share of the disk is used up"),
    "EROFS": N_("the disk can only be read, not written"),
    "EFBIG": N_("the file would be too large for this disk"),
    "ENAMETOOLONG": N_("the name is too long"),
    "EINVAL": N_("the system cannot use such a name here"),
    "ELOOP": N_("the links on the way to it go round in a circle"),
    "EBUSY": N_("another program is using it"),
    "ETXTBSY": N_("another program is using it"),
    "EAGAIN": N_("another program is using it"),
    "EIO": N_("the disk or stick cannot be read or written reliably"),
    "ENODEV": N_("the disk or stick was taken away"),
    "ENXIO": N_("the disk or stick was taken away"),
    "ENOMEM": N_("the computer is out of memory"),
    "EMFILE": N_("too many files are open"),
    "ENFILE": N_("too many files are open"),
    "ETIMEDOUT": N_("the disk in the network does not answer"),
    "EHOSTDOWN": N_("the disk in the network does not answer"),
    "ESTALE": N_("the file in the network has changed or gone"),
    "EPIPE": N_("whoever was to read it has stopped reading"),
}
_SQLITE = {
    "attempt to write a readonly database": N_("the file can only be read, not written"),
    "unable to open database file": N_("the system does not let it be opened"),
    "disk i/o error": N_("the disk or stick cannot be read or written reliably"),
    "database or disk is full": N_("the disk is full"),
    "database is locked": N_("another program is using it"),
    "out of memory": N_("the computer is out of memory"),
    "access permission denied": N_("you have no permission"),
}


def reason_of(error: BaseException) -> str:
    """Why the system (or the database) refused: a Phrase, translated with its sentence; its own words if unknown."""
    number = getattr(error, "errno", None)
    known = _REASONS.get(errno.errorcode.get(number, "")) if isinstance(number, int) else None
    known = known or _SQLITE.get(str(error).lower())
    return Phrase(known) if known else (getattr(error, "strerror", None) or str(error))
