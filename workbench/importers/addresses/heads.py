"""What the heads of columns mean, in Chinese and English and in the words of NetBox and phpIPAM."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, Literal

Meaning = Literal[
    "id",
    "kind",
    "name",
    "vpc",
    "vpc_block",
    "vswitch",
    "block",
    "block6",
    "mask",
    "first",
    "last",
    "region",
    "zone",
    "site",
    "environment",
    "account",
    "purpose",
    "status",
    "master",
    "parent_pool",
    "note",
    "known",
]
"""`known` are columns one meets and needs nothing of, such as the gateway, which the platform sets itself."""
ADDRESSED: Final = frozenset({"block", "block6", "vpc_block", "first", "vswitch", "vpc"})
WORDS: Final[dict[Meaning, str]] = {
    "id": "id elementid 编号id",
    "kind": "kind type objecttype 类型 对象类型 种类 类别",
    "name": "name resourcename 名称 资源名称 名字",
    "vpc": "vpc vpcname vpc名称 vpc名 vpcid 所属vpc 所在vpc 专有网络 专有网络名称 所属专有网络 vrf virtualnetwork vnet",
    "vpc_block": "vpccidr vpcblock vpc网段 vpc地址段 vpccidrblock vpc网段cidr vpc地址 vpccidr网段 专有网络网段 专有网络地址段",
    "vswitch": "vswitch vswitchname vsw vswname vswitch名称 vsw名称 subnet subnetname 子网 子网名称 子网名 交换机 交换机名称 "
    "虚拟交换机 虚拟交换机名称 vswitchid",
    "block": "cidr cidrblock block blocks ipblock network prefix networkaddress addressblock addressrange iprange range 网段 "
    "地址段 ip网段 ip地址段 网络地址 地址范围 ip范围 ip段 子网网段 子网cidr 子网地址 子网地址段 交换机网段 交换机cidr vswitch网段 "
    "vswitch地址段 vswitchcidr vswcidr vsw网段 subnetcidr subnetblock ipcidr ip地址 ipaddress ipaddresses address addresses "
    "ipv4网段 ipv4cidr ipv4block 规划网段 provisionedblocks provisionedcidrs provisionedcidr 预置网段 预置cidr",
    "block6": "ipv6 ipv6block ipv6blocks ipv6cidr ipv6cidrblock ipv6prefix ipv6网段 ipv6地址段 ipv6地址",
    "mask": "mask netmask subnetmask masklength prefixlength prefixlen 掩码 子网掩码 网络掩码 掩码长度 掩码位数 掩码位",
    "first": "first start startip startaddress firstaddress from 起始 起始ip 起始地址 开始地址 开始ip 首地址",
    "last": "last end endip endaddress lastaddress to 结束 结束ip 结束地址 终止地址 末地址 截止地址",
    "region": "region regionid 地域 区域 地区 地域id 所属地域 所在地域",
    "zone": "zone zoneid az availabilityzone 可用区 可用区id 所属可用区 所在可用区",
    "site": "site location scope",
    "environment": "environment env 环境 所属环境 环境类型",
    "account": "account accountname accountid owneraccount memberaccount tenant 账号 帐号 账户 所属账号 成员账号 账号名称 "
    "阿里云账号 云账号 所属账户 租户",
    "purpose": "purpose use usage usedfor role 用途 使用用途 业务用途 用处 作用 功能",
    "status": "status state 状态",
    "master": "mastersubnet",
    "parent_pool": "parentpool pool ipampool 父池 父地址池 上级地址池 所属地址池 地址池",
    "note": "note notes description comment comments remark remarks 备注 说明 描述 注释",
    "known": "no number index 序号 编号 gateway gatewayip gw 网关 网关地址 网关ip vlan vlanid 网关ip地址 usable usableips "
    "usableaddresses hosts 可用ip数 可用地址数 可用数 主机数 ip数量 地址数 数量 count "
    "usablehosts firstusable lastusable 广播地址 broadcast 负责人 owner 申请人 日期 date dns "
    "vlangroup vlansite scopetype scopeid markutilized "
    "nameservers section ispool is_pool tags domain used share shareused sortkey 已用 使用率 排序键 ipcount 可用",
}
NETBOX: Final = frozenset({"prefix", "status"})
PHPIPAM: Final = frozenset({"subnet", "mask", "section"})
IN_TWO: Final = re.compile(r"[/|\n]")
"""What stands between a head in one language and the same in another."""
IN_BRACKETS: Final = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
LONGEST: Final = 60


def plain_head(head: str) -> str:
    """A head without signs, spaces, case and full-width letters."""
    folded = unicodedata.normalize("NFKC", head[:LONGEST]).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def meaning(head: str, above: str = "") -> Meaning | None:
    """What a head means, read together with the head above it where a table has two lines of them."""
    if len(head) > LONGEST:
        return None
    known = _known()
    folded = unicodedata.normalize("NFKC", head)
    inside = [a or b for a, b in IN_BRACKETS.findall(folded)]
    tried = [above + folded] if above and above != head else []
    tried += [folded, IN_BRACKETS.sub("", folded), *inside, *IN_TWO.split(folded)]
    return next((found for one in tried if (found := known.get(plain_head(one)))), None)


def names_of(line: dict[int, str]) -> frozenset[str]:
    """The heads of a line as they are compared with those of other programs."""
    return frozenset(plain_head(head) for head in line.values())


@cache
def _known() -> dict[str, Meaning]:
    return {plain_head(word): one for one, words in WORDS.items() for word in words.split()}
