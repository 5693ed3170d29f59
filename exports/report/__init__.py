"""Reports: the cards of an area and a period as one document, with what explains them."""
