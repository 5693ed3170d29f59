"""A card as a picture on paper: SVG, PNG and PDF, the same on every machine, without a browser.

`svg(card, setting, house)` is the picture as text, `png` in print resolution (300 dpi at 16 cm),
`pdf` a page of that size with real text, tagged and with the alternative text of the card.
"""

from exports.paper.documents import pdf, png
from exports.paper.pictures import svg

__all__ = ["pdf", "png", "svg"]
