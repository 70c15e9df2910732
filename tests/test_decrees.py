"""Decrees, announcements and notices as ministries and provinces print them: who issues what and when, what they send out, hold and replace."""
from __future__ import annotations

import pytest
from test_notices import objects, statements

from kg.layout import split_articles
from kg.model import Document


@pytest.mark.parametrize(("head", "line", "title", "told_of"), [
    ("中华人民共和国水利部令\n第58号\n",
     "《青山河道采砂管理办法》已经2023年5月8日水利部部务会议审议通过，现予公布，自2023年7月1日起施行。\n部长　李国英\n2023年5月20日\n",
     "青山河道采砂管理办法", ("中华人民共和国水利部", "2023-05-20", ("李国英", "中华人民共和国水利部"))),
    ("江西省人民政府令\n第260号\n",
     "《江西省渡口管理办法》已经省人民政府第8次常务会议审议通过，现予公布，自2024年3月1日起施行。\n省长　叶建春\n2023年12月30日\n",
     "江西省渡口管理办法", ("江西省人民政府", "2023-12-30", ("叶建春", "江西省人民政府"))),
    ("中国人民银行令〔2023〕第9号\n",
     "《残缺票据兑换管理办法》已经2023年3月2日中国人民银行第2次行务会议审议通过，现予公布，自公布之日起施行。\n行长：易纲\n2023年3月9日\n",
     "残缺票据兑换管理办法", ("中国人民银行", "2023-03-09", ("易纲", "中国人民银行"))),
    ("中华人民共和国农业农村部公告\n第664号\n",
     "根据《中华人民共和国渔业法》，我部制定了《休闲渔船管理办法》，现予发布，自2023年5月1日起施行。\n农业农村部\n2023年3月20日\n",
     "休闲渔船管理办法", ("中华人民共和国农业农村部", "2023-03-20", None)),
    ("黄山市人民代表大会常务委员会公告\n（第6号）\n", "《黄山市古树保护条例》已经2022年3月1日黄山市第八届人民代表大会常务委员会第三次会议通过，"
     "2022年5月27日安徽省第十三届人民代表大会常务委员会第三十四次会议批准，现予公布，自2022年9月1日起施行。\n2022年6月9日\n",
     "黄山市古树保护条例", ("黄山市人民代表大会常务委员会", "2022-06-09", None)),
])
def test_a_decree_without_its_regulation_tells_who_issues_it_and_when(head, line, title, told_of):
    issuer, day, signs = told_of
    told = statements(head + line)
    assert {subject for subject, predicate, thing in told if predicate == "issues" and thing == title} == {issuer}
    assert objects(told, title, "issuedOn") == {day}
    assert {(subject, thing) for subject, predicate, thing in told if predicate == "holdsPostAt"} == ({signs} if signs else set())


def test_what_carries_out_a_known_law_is_the_decree_s_own_regulation():
    title = "工伤保险条例实施细则"
    told = statements(f"教育部令第90号\n\n《{title}》已经2021年3月2日部务会议审议通过，现予公布，自2021年5月1日起施行。\n\n"
                      f"部长　陈宝生\n\n2021年3月9日\n\n{title}\n\n"
                      "第一章　总则\n\n第一条　根据《工伤保险条例》，制定本细则。\n\n第二条　用人单位按照规定缴纳工伤保险费。\n")
    assert {thing for _, predicate, thing in told if predicate == "issues"} == {title}
    assert (title, "basedOn", "工伤保险条例") in told


def test_an_announcement_of_standards_issues_them():
    told = statements("国家标准化管理委员会公告\n2024年第28号\n国家市场监督管理总局（国家标准化管理委员会）批准《儿童滑板车安全技术规范》强制性国家标准，"
                      "编号为GB 51234—2024，自2025年9月1日起实施，代替GB 51234—2015。\n2024年12月31日\n")
    title = "儿童滑板车安全技术规范"
    assert {("国家标准化管理委员会", "issues", title), (title, "issuedOn", "2024-12-31"), (title, "effectiveFrom", "2025-09-01"),
            (title, "replaces", "GB 51234—2015")} <= told
    told = statements("中华人民共和国工业和信息化部公告\n2024年第36号\n工业和信息化部批准《高炉用焦炭》等412项行业标准（附件1），"
                      "现予公布，自2025年5月1日起实施。\n工业和信息化部\n2024年12月20日\n")
    assert ("中华人民共和国工业和信息化部", "issues", "高炉用焦炭") in told


@pytest.mark.parametrize(("title", "day"), [
    ("中共中央 国务院关于加强山区道路建设的意见", "2021-05-06"), ("国家林草局关于做好苗木储备的通知", "2019-11-02")])
def test_a_day_in_brackets_under_a_title_is_the_document_s(title, day):
    year, month, date = (int(part) for part in day.split("-"))
    told = statements(f"{title}\n（{year}年{month}月{date}日）\n山区道路和苗木是乡村发展的基础。为推进建设，现提出如下意见。\n"
                      "一、加强规划。各地要统筹安排项目和资金，确保按期完成建设任务。\n")
    assert objects(told, title.replace(" ", "、"), "issuedOn") == {day}


@pytest.mark.parametrize("former", ["2008年8月18日起施行的《港区作业安全暂行办法》", "2018年6月1日施行的《港区作业安全暂行办法》（交发〔2018〕5号）"])
def test_the_day_of_force_of_the_old_rule_stays_its_own(former):
    told = statements(f"交通运输部关于印发《港区作业安全管理办法》的通知\n《港区作业安全管理办法》已经部务会议审议通过，现予印发，"
                      f"自2024年3月1日起施行。{former}同时废止。\n"
                      "交通运输部\n2024年1月9日\n")
    assert objects(told, "港区作业安全管理办法", "effectiveFrom") == {"2024-03-01"}
    assert objects(told, "港区作业安全管理办法", "replaces") == {"港区作业安全暂行办法"}


@pytest.mark.parametrize("text", [
    "我们对《水电中长期交易基本规则（暂行）》（发改能源〔2016〕84号）进行了修订，现将修订后的《水电中长期交易基本规则》印发给你们。",
    "现将《水电中长期交易基本规则》印发给你们，请遵照执行。原《水电中长期交易基本规则（暂行）》（发改能源〔2016〕84号）同时废止。"])
def test_a_rule_on_trial_is_not_its_successor(text):
    told = statements(f"国家发展改革委关于印发《水电中长期交易基本规则》的通知\n发改能源规〔2020〕9号\n{text}\n国家发展改革委\n2020年6月10日\n")
    assert ("国家发展和改革委员会", "issues", "水电中长期交易基本规则") in told
    assert objects(told, "水电中长期交易基本规则", "replaces") == {"水电中长期交易基本规则（暂行）"}
    assert not objects(told, "水电中长期交易基本规则（暂行）", "issuedOn")


def test_what_a_notice_holds_by_its_title_is_meant_by_its_kind():
    told = statements("教育部关于举办第七届全国大学生桥梁设计大赛的通知\n教高函〔2024〕9号\n各省、自治区、直辖市教育厅：\n"
                      "大赛由教育部、交通运输部共同主办，同济大学承办。大赛主题为“连接”。\n教育部\n2024年5月6日\n")
    assert {subject for subject, predicate, thing in told if predicate == "administers" and thing == "第七届全国大学生桥梁设计大赛"} == {
        "中华人民共和国教育部", "中华人民共和国交通运输部", "同济大学"}
    told = statements("国家卫生健康委 全国妇联关于实施老年“三病”筛查项目的通知\n国卫〔2024〕8号\n项目由国家卫生健康委、全国妇联共同组织实施，"
                      "各地妇联负责宣传动员。\n"
                      "国家卫生健康委\n全国妇联\n2024年3月29日\n")
    assert ("中华全国妇女联合会", "administers", "老年“三病”筛查项目") in told
    told = statements("人力资源社会保障部办公厅关于开展2025年夜校服务月活动的通知\n人社厅函〔2025〕33号\n一、活动时间：2025年4月\n"
                      "二、主办单位：人力资源社会保障部、教育部\n人力资源社会保障部办公厅\n2025年3月18日\n")
    assert {("中华人民共和国教育部", "administers", "2025年夜校服务月活动"), ("2025年夜校服务月活动", "startedOn", "2025-04")} <= told


@pytest.mark.parametrize("title", [
    "应急管理部关于开展安全生产专项检查的通知", "财政部关于开展2024年会计信息质量检查工作的通知", "民政部关于开展专项行动的通知"])
def test_what_is_only_done_is_no_programme(title):
    assert not [row for row in statements(f"{title}\n应急〔2024〕12号\n各地要精心组织，认真做好各项准备。\n\n2024年5月9日\n") if row[1] == "administers"]


@pytest.mark.parametrize(("title", "sent"), [
    ("安徽省人民政府关于印发安徽省湖泊保护实施方案的通知", {"安徽省湖泊保护实施方案"}),
    ("国务院办公厅关于印发“十四五”渔港建设规划的通知", {"“十四五”渔港建设规划"}),
    ("国家能源局关于印发潮汐电站示范实施方案和电站调度管理办法的通知", {"潮汐电站示范实施方案", "电站调度管理办法"}),
    ("北京市人民政府办公厅关于印发任务清单的通知", set()),
])
def test_what_a_notice_sends_out_without_marks_is_a_regulation(title, sent):
    told = statements(f"{title}\n某政〔2022〕83号\n现将有关文件印发给你们，请认真贯彻执行。\n\n2022年12月1日\n")
    assert {thing for _, predicate, thing in told if predicate == "issues"} == {title, *sent}
    assert all(objects(told, name, "issuedOn") == {"2022-12-01"} for name in sent)


def test_the_rule_that_a_notice_sends_out_comes_into_force_and_not_the_notice():
    told = statements("海南省人民政府办公厅关于印发海南省渔船保险实施办法的通知\n琼府办〔2023〕18号\n第八条　渔船保险费由船东缴纳。\n"
                      "第三十条　本办法自2023年6月1日起施行。\n海南省人民政府办公厅\n2023年4月20日\n")
    assert {subject for subject, predicate, _ in told if predicate == "effectiveFrom"} == {"海南省渔船保险实施办法"}


def test_a_notice_that_forwards_a_marked_plan_is_a_document_and_the_plan_others_work():
    title = "国务院办公厅转发国家卫生健康委、国家中医药局《山区诊所能力提升方案》的通知"
    told = statements(f"{title}\n国办函〔2024〕21号\n国家卫生健康委、国家中医药局《山区诊所能力提升方案》已经国务院同意，现转发给你们。\n"
                      "国务院办公厅\n2024年5月12日\n")
    assert ("国务院办公厅", "issues", title) in told
    assert {subject for subject, predicate, thing in told if predicate == "issues" and thing == "山区诊所能力提升方案"} == {
        "中华人民共和国国家卫生健康委员会", "国家中医药管理局"}


@pytest.mark.parametrize("lines", [
    "附件：1.登记台账\n　　　2.汇总表\n",
    "1.省级水利部门负责牵头\n2.公安机关负责查处\n3.工会负责宣传\n",
    "联系人：张伟\n联系电话：010-88323000\n附件：1.报表格式\n2.填报说明\n"])
def test_a_short_notice_keeps_its_title_and_the_day_of_its_signature(lines):
    title = "水利部关于做好山塘整治工作的通知"
    article = split_articles(Document("a.txt", f"{title}\n水防〔2024〕3号\n{lines}水利部\n2024年3月7日\n", ""))[0]
    assert article.headline == title and [sentence.text for sentence in article.sentences[-2:]] == ["水利部", "2024年3月7日"]
    assert objects(statements(f"{title}\n水防〔2024〕3号\n{lines}水利部\n2024年3月7日\n"), title, "issuedOn") == {"2024-03-07"}


def test_a_notice_keeps_its_title_around_a_known_name():
    title = "国家医保局办公室关于做好国家基本医疗保险药品目录落地的通知"
    told = statements(f"{title}\n医保办发〔2025〕9号\n各地要认真做好目录的衔接工作，按时完成系统更新。\n国家医保局办公室\n2025年8月20日\n")
    assert ("国家医疗保障局办公室", "issues", title) in told


@pytest.mark.parametrize(("title", "issuer", "text"), [
    ("关于公开征求《船只事件报告管理办法（征求意见稿）》意见的通知", "国家互联网信息办公室",
     "我办起草了《船只事件报告管理办法（征求意见稿）》，现向社会公开征求意见。"),
    ("海关总署关于《船只事件报告管理办法（征求意见稿）》公开征求意见的公告", "海关总署",
     "我们修订形成了《船只事件报告管理办法（征求意见稿）》，现公开征求意见。"),
])
def test_who_seeks_opinions_drafts(title, issuer, text):
    drafts = {subject for subject, predicate, _ in statements(f"{title}\n{text}\n{issuer}\n2024年7月9日\n") if predicate == "drafts"}
    assert drafts == {"国家互联网信息办公室" if issuer.startswith("国家") else "中华人民共和国海关总署"}


def test_members_with_their_posts_in_brackets():
    told = statements("山东省人民政府办公厅关于成立山东省渔港普查领导小组的通知\n鲁政办字〔2023〕12号\n各市人民政府，省政府各部门：\n"
                      "省人民政府决定成立山东省渔港普查领导小组。现将组成人员名单公布如下：\n组　长：曾赞荣（常务副省长）\n"
                      "副组长：周海敏（省统计局局长）、张颖（省政府办公厅副主任）\n"
                      "成　员：李伟（省委宣传部副部长）\n　　　　王东（省财政厅副厅长）\n山东省人民政府办公厅\n2023年2月10日\n")
    assert {("曾赞荣", "holdsPostAt", "山东省人民政府"), ("周海敏", "holdsPostAt", "山东省统计局"), ("张颖", "holdsPostAt", "山东省人民政府办公厅"),
            ("李伟", "holdsPostAt", "中国共产党山东省委员会宣传部"), ("王东", "holdsPostAt", "山东省财政厅"),
            ("王东", "holdsPostAt", "山东省渔港普查领导小组")} <= told


def test_appointments_in_a_list_under_the_word():
    told = statements("西安市人民政府关于李明等同志职务任免的通知\n市政任〔2024〕3号\n市人民政府决定：\n任命：\n李明为西安市数据资源管理局局长；\n"
                      "王芳为西安市卫生健康委员会副主任（试用期一年）；\n免去：\n赵强的西安市数据资源管理局局长职务。\n西安市人民政府\n2024年3月12日\n")
    assert {(subject, thing) for subject, predicate, thing in told if predicate == "holdsPostAt"} == {
        ("李明", "西安市数据资源管理局"), ("王芳", "西安市卫生健康委员会")}


@pytest.mark.parametrize("sentence", ["第二批试点城市为石家庄、大连、苏州，试点自2024年11月开始。", "经审核，首批确定石家庄、大连、苏州等9个城市为试点城市。"])
def test_the_places_that_are_chosen_for_a_trial(sentence):
    told = statements("住房城乡建设部关于开展第三批地下管廊改造试点工作的通知\n建科函〔2024〕4号\n为做好工作，现将有关事项通知如下。\n"
                      f"{sentence}\n住房城乡建设部\n2024年10月9日\n")
    assert {thing for _, predicate, thing in told if predicate == "appliesIn"} == {"石家庄市", "大连市", "苏州市"}


def test_a_plan_tells_what_it_rests_on_in_the_first_person():
    told = statements("农业农村部关于印发《全国渔港发展规划》的通知\n农渔发〔2021〕8号\n本规划依据《中华人民共和国渔业法》"
                      "《“十四五”渔业发展规划》编制。规划期为2021—2025年。\n"
                      "农业农村部\n2021年8月23日\n")
    assert objects(told, "全国渔港发展规划", "basedOn") == {"中华人民共和国渔业法", "“十四五”渔业发展规划"}
