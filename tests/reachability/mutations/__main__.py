"""Makes all faults, prints the table of them, and writes it into `docs/mutations.md`."""

from tests.reachability.mutations.summary import FILE, summary

if __name__ == "__main__":
    made = summary()
    print(made)
    FILE.write_text(made, encoding="utf-8")
