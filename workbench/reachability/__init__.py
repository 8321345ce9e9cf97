"""Who can reach whom in a design: proved before anything exists, and compared with what is wanted."""
