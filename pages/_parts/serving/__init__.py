"""What the web server does besides Streamlit: what may come in, addresses, gzip, memory."""
