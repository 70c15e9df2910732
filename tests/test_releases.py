"""What releases of agencies tell: drives, meetings, lives of officials, firms of lists, inner units, and who does what."""
from __future__ import annotations

import pytest
from test_reading import named, read, told


@pytest.mark.parametrize(("text", "name"), [
    ("8月9日，海州省公共领域车辆全面电动化专项工作会议在青禾召开。", "海州省公共领域车辆全面电动化专项工作会议"),
    ("2023年度陕西省新能源汽车下乡活动同时启动。", "2023年度陕西省新能源汽车下乡活动"),
    ("少先队员与载人航天面对面活动在北京举行。", "少先队员与载人航天面对面活动"),
    ("“护浪·消费领域个人信息权益保护专项执法行动”今年8月开始集中整治。", "护浪·消费领域个人信息权益保护专项执法行动"),
    ("紧密结合公安部打击利用离岸公司和地下钱庄向境外转移赃款专项行动，开展追逃追赃。", "打击利用离岸公司和地下钱庄向境外转移赃款专项行动"),
    ("先后组织开展了农村地区药品专项整治、口腔医疗机构器械专项整治、化妆品标签专项检查，共立案10件。", "口腔医疗机构器械专项整治"),
    ("全国政协召开2024年度主席会议成员务虚会。", "2024年度主席会议成员务虚会"),
    ("国务院新闻办公室举行促进民营经济发展壮大新闻发布会。", "促进民营经济发展壮大新闻发布会"),
    ("记者从上半年浙江经济运行情况新闻发布会获悉，生产总值增长6.8%。", "上半年浙江经济运行情况新闻发布会"),
    ("为贯彻落实全国市场监管系统消费者权益保护工作座谈会精神，会议作了部署。", "全国市场监管系统消费者权益保护工作座谈会"),
])
def test_programmes_by_the_way_they_are_told(text: str, name: str) -> None:
    assert name in named(text, "Programme")


@pytest.mark.parametrize(("text", "name"), [
    ("国务院新闻办公室举行新闻发布会。", "新闻发布会"),
    ("国家能源局召开例行新闻发布会，介绍情况。", "例行新闻发布会"),
    ("第六届进博会公布首批参展商名单第六届中国国际进口博览会昨天（2月3日）正式公布名单。", "第六届进博会公布首批参展商名单第六届中国国际进口博览会"),
    ("在民主党大会举行期间，当地发生枪击。", "民主党大会举行期间"),
])
def test_what_is_no_name(text: str, name: str) -> None:
    assert name not in named(text, "Programme")


@pytest.mark.parametrize(("text", "posts"), [
    ("湖南省政协原党组成员、副主席易鹏青被开除党籍。", {("易鹏青", "原党组成员"), ("易鹏青", "原副主席")}),
    ("刘烈青系第二十届中央候补委员，曾任中国电子科技集团有限公司董事、总经理，中央网信办副主任等职务。",
     {("刘烈青", "原董事"), ("刘烈青", "原总经理"), ("刘烈青", "原副主任")}),
    ("李文青出生于1963年1月，此前担任国家信访局党组书记、局长，现为中央社会工作部副部长。",
     {("李文青", "原党组书记"), ("李文青", "原局长"), ("李文青", "副部长")}),
    ("刘烈青出生于1968年10月，管理学博士。他曾任工业和信息化部副部长、党组成员。", {("刘烈青", "原副部长"), ("刘烈青", "原党组成员")}),
    ("此前担任国务院国资委副主任的赵世青已任中央社会工作部副部长。", {("赵世青", "原副主任"), ("赵世青", "副部长")}),
    ("陕西省市场监督管理局局长张小青出席会议并讲话。党组成员、副局长牛子青主持会议。", {("张小青", "局长"), ("牛子青", "党组成员"), ("牛子青", "副局长")}),
    ("德州市生态环境局坚决落实工作部署，局党组书记、局长岳红青第一时间作出安排。", {("岳红青", "党组书记"), ("岳红青", "局长")}),
    ("出席会议的有曾任全国政协副主席的老同志。", set()),
])
def test_what_somebody_is_and_has_been(text: str, posts: set[tuple[str, str]]) -> None:
    _, facts = read(text)
    assert {(row.subject.name, row.title) for row in facts.statements if row.predicate == "holdsPostAt"} == posts


@pytest.mark.parametrize(("text", "posts"), [
    ("王少玄同志不再担任吉安市委书记、常委职务。", {("王少玄", "原书记"), ("王少玄", "原常委")}),
    ("刘宁同志任河南省委书记，不再担任青海省委书记职务。", {("刘宁", "书记"), ("刘宁", "原书记")}),
    ("会议决定，免去郑雁青的湖南省财政厅厅长职务。", {("郑雁青", "原厅长")}),
    ("公开简历显示，王群出任过孝感市医疗保障局局长一职。", {("王群", "原局长")}),
    ("会议决定张树安为经济委员会副主任，梁晔不再担任农业和农村委员会副主任。", set()),
])
def test_posts_that_people_have_left(text: str, posts: set[tuple[str, str]]) -> None:
    _, facts = read(text)
    assert {(row.subject.name, row.title) for row in facts.statements if row.predicate == "holdsPostAt"} == posts


def test_each_of_two_has_been_what_is_told_at_the_same_place() -> None:
    _, facts = read("郑雁青、郑新青此前分别担任着国家信访局局长、国家统计局局长。")
    found = {(row.subject.name, row.object.name) for row in facts.statements if row.predicate == "holdsPostAt" and not isinstance(row.object, str)}
    assert found == {("郑雁青", "国家信访局"), ("郑新青", "国家统计局")}


@pytest.mark.parametrize(("text", "firms", "others"), [
    ("座谈会邀请了百度集团、隆基绿能、青禾可信药业、驴肉赵饭店等企业参加。", {"驴肉赵饭店"}, set()),
    ("在指导下，秦河胡同、东山童画、斯坦青球、小萤星、昂山教育等5家少儿培训连锁机构作出了承诺。", {"秦河胡同", "斯坦青球", "昂山教育"}, set()),
    ("煤炭、电力、钢铁等企业生产平稳。", set(), {"煤炭", "电力", "钢铁"}),
])
def test_firms_of_a_list(text: str, firms: set[str], others: set[str]) -> None:
    found = named(text, "Organization")
    assert firms <= found
    assert not others & found


@pytest.mark.parametrize(("text", "name"), [
    ("重庆、成都两市市场监管局联合出台《海州措施》。", {"重庆市市场监督管理局", "成都市市场监督管理局"}),
    ("福建省、福州市、仓山区三级市场监管局开展“你点我检”活动。", {"福建省市场监督管理局", "福州市市场监督管理局", "福州市仓山区市场监督管理局"}),
    ("湖南省财政厅政法处工作人员表示，将优化流程。", {"湖南省财政厅政法处"}),
    ("龙胜县市场监管局瓢里市场监管所对供餐单位进行排查。", {"龙胜各族自治县市场监督管理局瓢里市场监管所"}),
    ("在国家网信办网络执法与监督局指导下，上海市网信办开展行动。", {"国家互联网信息办公室网络执法与监督局"}),
    ("湖南省公安厅与湖南日报社联合开展线上答题活动。", {"湖南省公安厅"}),
    ("岳阳市公安局召开会议。森警支队、水警支队等就相关问题作答。", {"岳阳市公安局森警支队", "岳阳市公安局水警支队"}),
    ("哈尔滨市公安局经侦支队联合道里分局经侦大队开展工作。", {"哈尔滨市公安局道里分局", "哈尔滨市公安局道里分局经侦大队"}),
    ("北京市公安局交通管理局召开会议。朝阳交通支队民警来到收费站。", {"北京市公安局交通管理局朝阳交通支队"}),
    ("国家发改委副秘书长、综合司司长袁达透露，将推进。", {"国家发展和改革委员会国民经济综合司"}),
    ("德州市生态环境局召开会议。平原分局连夜组织人员排查。", {"德州市生态环境局平原分局"}),
    ("北京市纪委监委驻市规划自然资源委纪检监察组将开展监督。", {"北京市纪委监委驻市规划自然资源委纪检监察组"}),
])
def test_bodies_by_the_way_they_are_told(text: str, name: set[str]) -> None:
    assert name <= named(text, "Agency")


def test_a_body_that_shares_its_kind_with_others_is_not_called_by_its_place() -> None:
    reading, _ = read("烟台、潍坊、临沂市市场监管局作交流发言。")
    assert not {"烟台", "潍坊"} & {alias for entity in reading.entities.values() for alias in entity.aliases}


def test_a_short_name_is_that_of_the_body_to_which_it_is_given() -> None:
    reading, _ = read("国家市场监督管理总局认证认可技术研究中心（以下简称“市场监管总局认研中心”）开展考核。市场监管总局认研中心表示，将启动。")
    centre = next(entity for entity in reading.entities.values() if entity.name.endswith("研究中心"))
    assert "市场监管总局认研中心" in centre.aliases


@pytest.mark.parametrize(("text", "fact"), [
    ("今年是公安部“猎狐”行动部署开展的第十个年头。", ("中华人民共和国公安部", "administers", "“猎狐”专项行动")),
    ("国家数据局负责协调推进数据基础制度建设，由国家发展和改革委员会管理。", ("国家数据局", "partOf", "国家发展和改革委员会")),
    ("积极推动自然资源部和公安部《关于加强协作的意见》贯彻落实。", ("中华人民共和国自然资源部", "issues", "关于加强协作的意见")),
    ("川青铁路青山东至镇江关段今天开通运营。", ("川青铁路青山东至镇江关段", "partOf", "成兰铁路")),
    ("国务院新闻办就“加强生态环境保护，推进海青建设”举行发布会。", ("国务院新闻办公室", "administers", "“加强生态环境保护，推进海青建设”发布会")),
    ("记者从住房和城乡建设部获悉，《海青建设指南》已于近日发布。", ("中华人民共和国住房和城乡建设部", "issues", "海青建设指南")),
    ("国务院办公厅近日转发国家发展改革委《关于扩大海青消费的措施》。", ("国务院办公厅", "issues", "关于扩大海青消费的措施")),
    ("淮安市民政局将在全市开展关爱服务新就业形态劳动者的“八送”专项行动。", ("淮安市民政局", "administers", "“八送”专项行动")),
    ("长汀县法院探索形成“1+N”司法修复机制。", ("长汀县人民法院", "administers", "“1+N”司法修复机制")),
    ("8月9日，海青数据论坛在杭州举行。国家数据局、浙江省数据局负责人分别就数据要素等内容作交流发言。", ("浙江省数据局", "participatesIn", "海青数据论坛")),
    ("7月27日，海青省消费环境座谈会在西安召开。本次座谈会由陕西省消费者协会举办。", ("陕西省消费者协会", "administers", "海青省消费环境座谈会")),
])
def test_who_does_what(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in told(text, fact[1])


def test_what_is_launched_at_an_event_starts_with_it() -> None:
    text = "“2023年海青和平论坛”今天（2023年11月28日）在北京举办。开幕式上，中央广播电视总台宣布启动“海青影像计划”。"
    assert ("海青影像计划", "startedOn", "2023-11-28") in told(text, "startedOn")


@pytest.mark.parametrize(("text", "printed", "measure"), [
    ("与去年同期相比，异地快递业务量的比重上升1.1个百分点，国际业务量的比重上升0.6个百分点。", "0.6个百分点", "yearOnYear"),
])
def test_a_comparison_that_opens_a_sentence_is_that_of_all_its_changes(text: str, printed: str, measure: str) -> None:
    _, found = read(text)
    assert {figure.text: figure.measure for figure in found.figures}[printed] == measure


def test_a_year_in_which_something_began_dates_nothing_that_followed() -> None:
    _, found = read("自2020年起，宝山区启动食品安全示范工程创建工作。经过3年努力，全区共创建857家食品经营示范店。")
    assert {figure.text: figure.period for figure in found.figures}["857家"] is None


def test_years_long_past_date_nothing_of_today() -> None:
    _, found = read("1940年10月，两军在海青会师。党的十八大以来，海青发展海洋经济，海岸线长580公里，年产值占全国的20%。")
    assert found.figures
    assert all(figure.period is None for figure in found.figures)
