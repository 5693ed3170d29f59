"""The records of a delivery, table by table: keys, editions, rules, and what is refused."""
