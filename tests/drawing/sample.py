"""A landing zone of some 90 elements as consultants draw them, with one sheet of each kind."""

from workbench.model.design import Design
from workbench.model.sketch import sketch

SAMPLE = """
eng engagement customer.zh=澜岸集团 customer.en="Lanan Group" version=0.7

env-p environment letter=P colour=blue name.en=production name.zh=生产 production=true
env-n environment letter=N colour=olive name.en=non-production name.zh=非生产
env-s environment letter=S colour=plum name.en=shared name.zh=共享
env-d environment letter=D colour=wine name.en=DMZ name.zh=隔离区
env-b environment letter=B colour=mustard name.en=sandbox name.zh=沙箱

hz region region_id=cn-hangzhou name.en="China (Hangzhou)" name.zh=华东1（杭州）
  hz-h zone zone_id=cn-hangzhou-h name.en="Zone h" name.zh="可用区 h"
  hz-i zone zone_id=cn-hangzhou-i name.en="Zone i" name.zh="可用区 i"
sh region region_id=cn-shanghai name.en="China (Shanghai)" name.zh=华东2（上海）
  sh-a zone zone_id=cn-shanghai-a name.en="Zone a" name.zh="可用区 a"
  sh-b zone zone_id=cn-shanghai-b name.en="Zone b" name.zh="可用区 b"

cc-fin cost-centre name.en="Finance"
cc-infra cost-centre name.en="Infrastructure"
cc-audit cost-centre name.en="Audit and compliance"
cc-sec cost-centre name.en="Information security"
cc-retail cost-centre name.en="Retail"
cc-pay cost-centre name.en="Payments"
cc-rd cost-centre name.en="R and D centre"

rd resource-directory name.en="Lanan Group" name.zh="澜岸集团 资源目录"
  root-mgmt account role=management environment=env-s number=1000456712341111 cost_centre=cc-fin name.zh=管理账号
  f-core folder name.en=Core name.zh=核心
    net-hub account role=network environment=env-s number=1204000011117781 cost_centre=cc-infra name.zh=网络枢纽
      dmz-hz vpc region=hz environment=env-d blocks=10.0.0.0/20
        fw cloud-firewall name.en=Firewall name.zh=防火墙
          - policies action=drop port=22/22
          - policies action=accept port=443/443
        nat nat-gateway name.en=NAT vswitch=attach-h
        alb load-balancer name.en=ALB faces=internet
        eip-1 eip region=hz address=47.96.12.8 bound_to=nat
        eip-2 eip region=hz bound_to=nat
        rt-dmz route-table
          - routes destination=0.0.0.0/0 hop=nat
          - routes destination=10.0.0.0/8
        public-h vswitch zone=hz-h block=10.0.0.0/24
        public-i vswitch zone=hz-i block=10.0.1.0/24
        attach-h vswitch zone=hz-h block=10.0.8.0/28 purpose=TR
        attach-i vswitch zone=hz-i block=10.0.8.16/28 purpose=TR
      vpn-nj vpn-gateway region=hz bandwidth=500
        ipsec-nj ipsec-connection site=nj
          - tunnels zone=hz-h remote=1.2.3.4
          - tunnels zone=hz-i remote=1.2.3.5
      vbr-nj vbr region=hz bandwidth=1000
        line-nj circuit site=nj bandwidth=1000 access_point=A
      vpn-oc vpn-gateway region=sh bandwidth=100
        ipsec-oc ipsec-connection site=oc
          - tunnels zone=sh-a remote=1.2.3.9
    log-archive account role=log environment=env-s number=1377000011110265 cost_centre=cc-audit name.zh=日志归档
    security account role=security environment=env-s cost_centre=cc-sec name.zh=安全中心
    shared-services account role=shared environment=env-s number=1377000011110269 name.zh=共享服务
      shared-hz vpc region=hz environment=env-s blocks=10.0.32.0/19
        shared-psh vpc-peering peer=prod-sh bandwidth=300
        dns-h vswitch zone=hz-h block=10.0.32.0/24
        ci-i vswitch zone=hz-i block=10.0.36.0/22
        sg-dns security-group
          - rules port=53/53
  f-prod folder name.en="Business · production" name.zh="业务 · 生产" environment=env-p
    prod-core account environment=env-p number=1588000011114400 cost_centre=cc-retail name.zh=核心交易
      prod-hz vpc region=hz environment=env-p blocks=10.1.0.0/16
        app-h vswitch zone=hz-h block=10.1.0.0/20 state=deployed
        app-i vswitch zone=hz-i block=10.1.32.0/20
        data-h vswitch zone=hz-h block=10.1.64.0/22
        data-i vswitch zone=hz-i block=10.1.68.0/22
      prod-sh vpc region=sh environment=env-p blocks=10.16.0.0/17
        app-a vswitch zone=sh-a block=10.16.0.0/20
        app-b vswitch zone=sh-b block=10.16.16.0/20
    prod-pay account environment=env-p cost_centre=cc-pay name.zh=支付
    prod-crm account environment=env-p cost_centre=cc-retail name.zh=会员
  f-non folder name.en="Business · non-production" name.zh="业务 · 非生产" environment=env-n
    nonprod account environment=env-n number=1589000011114410 cost_centre=cc-rd name.zh=开发
      nonprod-hz vpc region=hz environment=env-n blocks=10.2.0.0/16
        dev-h vswitch zone=hz-h block=10.2.0.0/20
        uat-i vswitch zone=hz-i block=10.2.128.0/20
    test account environment=env-n cost_centre=cc-rd name.zh=测试
  f-box folder name.en=Sandbox name.zh=沙箱
    sandbox-01 account role=sandbox environment=env-b name.zh=创新实验
  cp-audit control-policy targets=f-core,f-prod,f-non name.en="Keep the audit trail" name.zh=禁止关闭操作审计
  cp-region control-policy targets=f-prod,f-non,f-box name.en="Regions in China only" name.zh=仅限中国内地地域
  ac-admin access-configuration policies=AdministratorAccess name.zh=管理员
  ac-read access-configuration policies=ReadOnlyAccess name.zh=只读

cen cen name.en=cen-corp
  tr-hz transit-router region=hz account=net-hub
    rt-prod transit-router-table
    rt-shared transit-router-table
    rt-nonprod transit-router-table
    rt-hub transit-router-table
    at-dmz vpc-attachment vpc=dmz-hz association=rt-hub learning=rt-prod,rt-shared,rt-nonprod,rt-hub
    at-prod vpc-attachment vpc=prod-hz association=rt-prod learning=rt-hub
    at-shared vpc-attachment vpc=shared-hz association=rt-shared learning=rt-prod,rt-hub
    at-non vpc-attachment vpc=nonprod-hz association=rt-nonprod learning=rt-shared,rt-hub
    at-vpn vpn-attachment vpn=vpn-nj association=rt-hub learning=rt-prod
    at-vbr vbr-attachment vbr=vbr-nj association=rt-hub learning=rt-prod
    peer-sh peer-attachment peer=tr-sh bandwidth=200 association=rt-hub
  tr-sh transit-router region=sh account=net-hub
    rt-sh transit-router-table name.en=rt-main
    at-oc vpn-attachment vpn=vpn-oc association=rt-sh
    at-psh vpc-attachment vpc=prod-sh association=rt-sh

inet internet name.en=Internet name.zh=互联网
nj data-centre name.en="Nanjing DC" name.zh=南京数据中心 place=Nanjing
  - ranges block=10.200.0.0/16
  - ranges block=172.16.0.0/20
  - ranges block=10.2.128.0/18
oc other-cloud name.en="Other cloud" name.zh=其他云 provider="Provider X"
  - ranges block=10.96.0.0/14

dom-web security-domain trust=low environment=env-d name.en="Web tier" name.zh=接入域
  shop application account=prod-core environment=env-p hosts=40 name.en=Shop name.zh=商城 vswitches=app-h
  portal application name.en=Portal name.zh=门户
dom-core security-domain trust=high environment=env-p name.en="Core systems" name.zh=核心域
  orders application environment=env-p name.en=Orders name.zh=订单
  ledger application environment=env-p name.en=Ledger name.zh=总账
fl-1 flow source=inet target=shop port=443/443
fl-2 flow source=shop target=orders port=8443/8443
fl-3 flow source=portal target=ledger port=3306/3306 wanted=deny

s-acc sheet shows=account order=1 name.en="Account hierarchy" name.zh=账号体系
s-net sheet shows=network order=2 name.en="Network overview" name.zh=网络总览
s-sec sheet shows=security order=3 name.en="Security domains" name.zh=安全域
"""


def sample() -> Design:
    """The sample as a design."""
    return sketch(SAMPLE)
