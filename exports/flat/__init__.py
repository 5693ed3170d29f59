"""All figures at once for the programs of others: flat tables, Swing, a catalogue record."""
