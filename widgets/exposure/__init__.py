"""The exposure page: what the internet reaches and what reaches the internet, with path, ports and owner."""
