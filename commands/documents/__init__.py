"""The pages of docs/ that are written from the code: from the catalogue, contract and tables."""

from pathlib import Path

from analytics.rollout.forecast_page import forecast_page
from commands.documents.catalog import contract_page, indicators_page
from commands.documents.limits import thresholds_page
from commands.documents.privacy import privacy_page


def pages(sample: Path) -> dict[str, str]:
    """The text of every page by file name; `sample` is the folder of the sample delivery."""
    return {
        "indicatoren.md": indicators_page(),
        "gegevens.md": contract_page(),
        "privacy.md": privacy_page(sample),
        "voorspelling.md": forecast_page(),
        "drempels.md": thresholds_page(),
    }
