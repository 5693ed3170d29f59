"""The insides of a card on a page: the map, the table and its order, the tile, the downloads."""
