"""Who is looking: decides which figures a reader may see."""

import streamlit as st

from analytics.figures.marts import Audience

# A proxy in front of the dashboard names the reader it speaks for.
FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")


def may_see_exact() -> bool:
    """Whether the reader has the role intern: for now, whoever sits at this computer.

    Streamlit gives no address for a reader on localhost.
    """
    has_address = isinstance(st.context.ip_address, str)
    return not has_address and not any(name in st.context.headers for name in FORWARDED)


def granted(asked: Audience) -> Audience:
    """The audience that the reader counts as: what was asked, if the role allows it."""
    return asked if may_see_exact() else Audience.GEMEENTE
