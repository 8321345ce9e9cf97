"""What Qt needs from us: small painted widgets, threads, dialogs."""
