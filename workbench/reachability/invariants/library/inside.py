"""What serves everybody inside: operations, data, logs, backups, names, time, monitoring."""

from __future__ import annotations

from typing import Final

from workbench.reachability.invariants.library.entry import (
    ADMINISTRATION,
    APPLICATIONS,
    BASTIONS,
    DATA,
    DATABASES,
    ENTRY,
    EVERYBODY,
    SITES,
    SYSTEMS,
    Entry,
    be,
)
from workbench.texts import text

NAMES: Final = "*dns*,*name*,*directory*,*resolver*,*域名*,*解析*,*目录*"
TIME: Final = "*ntp*,*time*,*clock*,*时间*,*时钟*,*授时*"
MONITORING: Final = "*monitor*,*observ*,*prometheus*,*监控*,*观测*"
LOGS: Final = "*log arch*,*log-arch*,*audit*,*archive*,*日志归档*,*审计*,*归档*"
BACKUPS: Final = "*backup*,*vault*,*备份*,*容灾备*"

ENTRIES: Final = (
    Entry(
        "administration-by-bastion",
        text("Administration ports are reached from the bastion host only"),
        text("The bastion host knows who logs in and keeps what was done; every other login goes unseen."),
        "only-through",
        EVERYBODY,
        APPLICATIONS,
        BASTIONS,
        protocol="tcp",
        ports=ADMINISTRATION,
    ),
    Entry(
        "databases-of-their-own",
        text("Databases are reached from their own application only"),
        text("Two applications on one database can never again be changed one without the other."),
        "never",
        APPLICATIONS,
        DATA,
        spares="application",
    ),
    Entry(
        "entry-to-data",
        text("The DMZ never reaches databases"),
        text("What the internet talks to is what falls first; the records stand one step behind it."),
        "never",
        (be("domain", ENTRY),),
        DATA,
    ),
    Entry(
        "database-ports-from-sites",
        text("Sites never reach database ports"),
        text("A spreadsheet linked to a database from a desk goes round every rule the application has."),
        "never",
        SITES,
        SYSTEMS,
        protocol="tcp",
        ports=DATABASES,
    ),
    Entry(
        "logs-one-way",
        text("The log archive takes in and sends nothing out"),
        text("Evidence that can be reached from is evidence that can be tampered with."),
        "one-way",
        SYSTEMS,
        (be("name", LOGS),),
    ),
    Entry(
        "log-account-one-way",
        text("What runs in the log archive account sends nothing out"),
        text("The account of the log archive is the last to fall only if nothing in it opens connections."),
        "one-way",
        SYSTEMS,
        (be("role", "log"), be("kind", "application,database")),
        spares="account",
    ),
    Entry(
        "backups-one-way",
        text("Backups take in and send nothing out"),
        text("An encryption trojan that reaches production from the backup, or the other way round, takes both."),
        "one-way",
        SYSTEMS,
        (be("name", BACKUPS),),
    ),
    Entry(
        "names-for-all",
        text("The name service is reached from everywhere"),
        text("Without names nothing else works, and it looks as if everything else were broken."),
        "always",
        APPLICATIONS,
        (be("kind", "application"), be("name", NAMES)),
        protocol="udp",
        ports=("53/53",),
    ),
    Entry(
        "time-for-all",
        text("The time service is reached from everywhere"),
        text("Logs of clocks that differ cannot be put together, and tickets of logins lapse."),
        "always",
        APPLICATIONS,
        (be("kind", "application"), be("name", TIME)),
        protocol="udp",
        ports=("123/123",),
    ),
    Entry(
        "monitoring-for-all",
        text("Monitoring reaches every application"),
        text("What is not watched is found broken by customers."),
        "always",
        (be("kind", "application"), be("name", MONITORING)),
        APPLICATIONS,
        protocol="tcp",
        ports=("9100/9100",),
    ),
    Entry(
        "plain-text",
        text("Nobody uses protocols in plain text"),
        text("Telnet, FTP and their kin send passwords that anybody on the way can read."),
        "never",
        EVERYBODY,
        APPLICATIONS,
        protocol="tcp",
        ports=("21/21", "23/23", "512/514"),
    ),
)  # fmt: skip
