"""What a browser opens: pages, their scripts and data, pictures of lines."""
