"""The pages of docs/ that are written from the code: indicators, data, privacy, forecast."""

from pathlib import Path

from analytics.catalog.documentation import contract_page, indicators_page
from analytics.disclosure.documentation import privacy_page
from analytics.rollout.forecast.page import forecast_page


def pages(sample: Path) -> dict[str, str]:
    """The text of every page by file name; `sample` is the folder of the sample delivery."""
    return {
        "indicatoren.md": indicators_page(),
        "gegevens.md": contract_page(),
        "privacy.md": privacy_page(sample),
        "voorspelling.md": forecast_page(),
    }
