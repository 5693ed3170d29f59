"""Cards as workbooks: figures with number formats, an explanation beside them, native charts."""
