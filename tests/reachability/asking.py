"""A small design to ask about, and what a line asks of it in few words."""

from __future__ import annotations

from typing import Final

from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.reachability.question import Understood, understood

DESIGN: Final[Design] = sketch("""
inet internet name.en=World name.zh=互联网
nj data-centre name.en="Nanjing DC" name.zh=南京机房
  - ranges block=10.200.0.0/16
other other-cloud name.en="Partner cloud" name.zh=伙伴云
  - ranges block=172.16.0.0/16
prod security-domain name.en=Production name.zh=生产
  hr application name.en="HR portal" name.zh=人力系统
  sap application name.en=SAP name.zh=核算平台
  archive application name.en="Log to archive" name.zh=日志归档
  app12 application name.en="App 12" name.zh=应用十二
  sqlapp application name.en=MySQL name.zh=订单库
dev security-domain name.en=Development name.zh=开发
hz region region_id=cn-hangzhou
  hz-h zone zone_id=cn-hangzhou-h
acc account
  vpc-a vpc region=hz blocks=10.1.0.0/16
    app-h vswitch zone=hz-h block=10.1.4.0/24
    web-1 vswitch zone=hz-h block=10.1.5.0/24 name.en=web
    group security-group name.en="Web group" name.zh=网页组
    jump bastion-host name.en=Jump name.zh=跳板机
    front load-balancer name.en=Front name.zh=前端
  vpc-b vpc region=hz blocks=10.2.0.0/16
    web-2 vswitch zone=hz-h block=10.2.5.0/24 name.en=web
""")


def read(typed: str) -> Understood:
    """What a line asks."""
    return understood(DESIGN, typed, "en")


def asks(typed: str) -> tuple[str, str, str, int]:
    """The question of a line, which has to be a whole one."""
    found = read(typed)
    assert found.asked is not None, found.missing and found.missing.said("en")
    return found.asked


def lacks(typed: str) -> str:
    """What is said of a line that is no whole question."""
    found = read(typed)
    assert found.asked is None
    assert found.missing is not None
    assert found.missing.said("zh")
    return found.missing.said("en")


def pieces(typed: str, role: str) -> list[str]:
    """The pieces of a line that are understood as something."""
    return [typed[token.start : token.stop] for token in read(typed).tokens if token.role == role]
