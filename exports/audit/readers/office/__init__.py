"""Office files: PPTX, DOCX, XLSX, and the parts that they share."""
