"""Names in articles: what is found, what it is called in full, and what must not be found."""
import time

import pytest

from kg.model import Article, Sentence
from kg.nlp.names import find_names


def article(*sentences, headline=None, source=None):
    rows = [Sentence(headline, ((0, 1),), 0, "headline")] if headline else []
    rows += [Sentence(text, ((0, 1),), 1) for text in sentences]
    return Article("page.txt", 1, headline, None, source, tuple(rows))


def names(*sentences, **options):
    return {(mention.type, mention.text): mention.name for mention in find_names(article(*sentences, **options))}


@pytest.mark.parametrize(("text", "type", "printed", "full"), [
    ("国家医保局近日发布通知。", "Agency", "国家医保局", "国家医疗保障局"),
    ("货物经杭州海关监管通关。", "Agency", "杭州海关", "杭州海关"),
    ("贵州省食药安办聘任监督员。", "Agency", "贵州省食药安办", "贵州省食品药品安全委员会办公室"),
    ("对RCEP其他成员国进出口增长。", "Regulation", "RCEP", "区域全面经济伙伴关系协定"),
    ("而OPPO公司在两年间逃避缴税。", "Organization", "OPPO公司", "OPPO公司"),
    ("中办、国办印发意见。", "Agency", "国办", "国务院办公厅"),
    ("由国务院医疗保障行政部门规定。", "Agency", "国务院医疗保障行政部门", "国家医疗保障局"),
    ("贵州省医保局表示。", "Agency", "贵州省医保局", "贵州省医疗保障局"),
    ("湖北省随州市曾都区人社局推行。", "Agency", "湖北省随州市曾都区人社局", "随州市曾都区人力资源和社会保障局"),
    ("安徽省人社部门优化服务。", "Agency", "安徽省人社部门", "安徽省人力资源和社会保障厅"),
    ("上海市卫健委发布。", "Agency", "上海市卫健委", "上海市卫生健康委员会"),
    ("发行《邓小平文集（一九二五——一九四九年）》。", "Publication", "邓小平文集（一九二五——一九四九年）", "邓小平文集（一九二五——一九四九年）"),
    ("中共中央党史和文献研究院编辑出版。", "Agency", "中共中央党史和文献研究院", "中央党史和文献研究院"),
    ("国务院批复浙江义乌深化贸易改革总体方案。", "Regulation", "浙江义乌深化贸易改革总体方案", "浙江义乌深化贸易改革总体方案"),
    ("教育部发布规范“自媒体”教学行为的通知，", "Regulation", "规范“自媒体”教学行为的通知", "规范“自媒体”教学行为的通知"),
    ("沈阳市房产局、沈阳市财政局联合印发办法。", "Agency", "沈阳市房产局", "沈阳市房产局"),
    ("广州市林业园林局发布。", "Agency", "广州市林业园林局", "广州市林业和园林局"),
    ("宁夏党委、政府出台文件。", "Agency", "宁夏党委", "中国共产党宁夏回族自治区委员会"),
    ("宁夏党委、政府出台文件。", "Agency", "政府", "宁夏回族自治区人民政府"),
    ("请江苏省、安徽省人民政府抓好落实。", "Agency", "江苏省", "江苏省人民政府"),
    ("由济南、青岛、烟台市财政局安排。", "Agency", "济南", "济南市财政局"),
    ("由财政部会同水利部、气象局、能源局研究。", "Agency", "能源局", "国家能源局"),
    ("甘肃省财政厅甘肃省税务局", "Agency", "甘肃省财政厅", "甘肃省财政厅"),
    ("请建设部、卫生部答复。", "Agency", "建设部", "中华人民共和国建设部"),
    ("聘请律师，由金杜律师事务所提供意见。", "Organization", "金杜律师事务所", "金杜律师事务所"),
    ("绍兴市的停车场由物业管理。第五条市财政局安排经费。", "Agency", "市财政局", "绍兴市财政局"),
    ("副主席胡春华、沈跃跃、周强出席会议。", "Person", "沈跃跃", "沈跃跃"),
    ("伊朗外交部发言人说。", "Agency", "伊朗外交部", "伊朗外交部"),
    ("乌克兰武装部队总参谋部13日称。", "Agency", "乌克兰武装部队总参谋部", "乌克兰武装部队总参谋部"),
    ("北部多地击退俄军进攻。", "Agency", "俄军", "俄罗斯军队"),
    ("湖南省卫生计生委主任讲话。", "Agency", "湖南省卫生计生委", "湖南省卫生和计划生育委员会"),
    ("贵州省财政厅副厅长运东来表示，资金已经到位。", "Person", "运东来", "运东来"),
    ("由共青团湖南省委指导。", "Organization", "共青团湖南省委", "共青团湖南省委员会"),
    ("湖南省长沙市举行活动，团市委主办。", "Organization", "团市委", "共青团长沙市委员会"),
    ("民盟海口市委开展调研。", "Organization", "民盟海口市委", "民盟海口市委员会"),
    ("湖南省生态环境厅宣传教育与对外合作处、省气象局主办。", "Agency", "湖南省生态环境厅宣传教育与对外合作处", "湖南省生态环境厅宣传教育与对外合作处"),
    ("贵州省的单位委托省财政厅办理。", "Agency", "省财政厅", "贵州省财政厅"),
    ("贵州省十三届人大常委会听取报告。", "Agency", "贵州省十三届人大常委会", "贵州省人民代表大会常务委员会"),
    ("新罕布什尔州发生火灾。", "Place", "新罕布什尔州", "新罕布什尔州"),
    ("俄罗斯总统新闻秘书佩特科夫表示，", "Person", "佩特科夫", "佩特科夫"),
    ("伊朗司法总监埃杰迪5日称，", "Person", "埃杰迪", "埃杰迪"),
    ("斯洛伐克总理菲佐表示支持。", "Person", "菲佐", "罗伯特·菲佐"),
    ("会见总理阿·菲佐，", "Person", "阿·菲佐", "阿·菲佐"),
    ("哈萨克斯坦总统托卡尔夫夫妇抵达。", "Person", "托卡尔夫", "托卡尔夫"),
    ("会议决定，免去吴明华、郭芳萍的副市长职务。", "Person", "郭芳萍", "郭芳萍"),
    ("会议追认关于撤销吴明华、郭芳萍第十四届全国政协委员资格的决定。", "Person", "吴明华", "吴明华"),
    ("会议增补郭芳萍同志为委员。", "Person", "郭芳萍", "郭芳萍"),
    ("叙利亚南部德拉省发生冲突。", "Place", "德拉省", "德拉省"),
    ("乌克兰方面称，俄军在苏梅州行动。", "Place", "苏梅州", "苏梅州"),
    ("沿江五省市协同治理。", "Place", "沿江五省市", "沿江五省市"),
    ("记者来到湖南省邵东市石坪镇上湾村采访。", "Place", "石坪镇", "邵东市石坪镇"),
    ("记者来到湖南省邵东市石坪镇上湾村采访。", "Place", "上湾村", "邵东市石坪镇上湾村"),
    ("湖南省邵东市石坪镇、柳桥镇等受灾。", "Place", "柳桥镇", "邵东市柳桥镇"),
    ("湖南省邵东市石坪镇政府转移群众。", "Agency", "石坪镇政府", "邵东市石坪镇人民政府"),
    ("现在，邹平全市新建高标准农田。", "Place", "全市", "邹平市"),
    ("三江源、大熊猫、武夷山等首批国家公园设立。", "Place", "大熊猫", "大熊猫国家公园"),
    ("样品由中国地质大学（武汉）检测。", "Organization", "中国地质大学（武汉）", "中国地质大学（武汉）"),
    ("哈佛大学发布报告。", "Organization", "哈佛大学", "哈佛大学"),
    ("由国务院气象主管机构制定。", "Agency", "国务院气象主管机构", "中国气象局"),
    ("韩国宪法法院作出裁决。", "Agency", "韩国宪法法院", "韩国宪法法院"),
    ("会议表决通过了关于批准海青市年度决算的决议。", "Regulation", "关于批准海青市年度决算的决议", "关于批准海青市年度决算的决议"),
    ("切实执行联合国安理会第1234号决议。", "Regulation", "第1234号决议", "联合国安理会第1234号决议"),
    ("当天公布快递行业用工纠纷典型案例，引导企业。", "Publication", "快递行业用工纠纷典型案例", "快递行业用工纠纷典型案例"),
    ("扬州大学承办赛事。", "Organization", "扬州大学", "扬州大学"),
    ("活动由吉林大学主办。", "Organization", "吉林大学", "吉林大学"),
    ("党的二十大报告提出要求。", "Publication", "党的二十大报告", "中国共产党第二十次全国代表大会报告"),
    ("2024年湖南省政府工作报告提出目标。", "Publication", "2024年湖南省政府工作报告", "2024年湖南省政府工作报告"),
    ("有关方面公布甲厂“3·5”重大爆炸事故调查报告。", "Publication", "甲厂“3·5”重大爆炸事故调查报告", "甲厂“3·5”重大爆炸事故调查报告"),
    ("《某海域养殖发展报告2024》今天发布。", "Publication", "某海域养殖发展报告2024", "某海域养殖发展报告2024"),
    ("现场发布《2025年度某市会展业发展状况（白皮书）》。", "Publication", "2025年度某市会展业发展状况（白皮书）", "2025年度某市会展业发展状况（白皮书）"),
    ("会议审议通过《渔港登记条例（修订草案）》。", "Regulation", "渔港登记条例（修订草案）", "渔港登记条例（修订草案）"),
    ("多部门印发《乡村步道建设指南1.0版》。", "Regulation", "乡村步道建设指南1.0版", "乡村步道建设指南1.0版"),
    ("应急管理部转发《关于加强渔船检修的提醒函》。", "Regulation", "关于加强渔船检修的提醒函", "关于加强渔船检修的提醒函"),
    ("会议审议国务院关于渔业发展情况的报告。", "Publication", "关于渔业发展情况的报告", "关于渔业发展情况的报告"),
    ("湖南省食品协会携手企业承诺。", "Organization", "湖南省食品协会", "湖南省食品协会"),
    ("分局联合随州市环保志愿者协会开展活动。", "Organization", "随州市环保志愿者协会", "随州市环保志愿者协会"),
    ("对国内咨询企业云帆海信息科技（上海）股份有限公司开展检查。", "Organization", "云帆海信息科技（上海）股份有限公司", "云帆海信息科技（上海）股份有限公司"),
    ("已圆满完成“十四五”规划各项任务。", "Regulation", "“十四五”规划", "“十四五”规划纲要"),
    ("列入国务院2024年度立法工作计划。", "Regulation", "国务院2024年度立法工作计划", "国务院2024年度立法工作计划"),
    ("水利部党组专题研究防汛。", "Agency", "水利部党组", "中华人民共和国水利部党组"),
    ("国务院事故调查组认定，这是一起责任事故。", "Agency", "国务院事故调查组", "国务院事故调查组"),
    ("土耳其央行下调利率。", "Agency", "土耳其央行", "土耳其中央银行"),
    ("成都高新区税务局供图。", "Agency", "成都高新区税务局", "成都市高新区税务局"),
    ("要依托国家组织药品集中采购和使用试点工作小组办公室。", "Agency", "国家组织药品集中采购和使用试点工作小组办公室",
     "国家组织药品集中采购和使用试点工作小组办公室"),
    ("以国家安全部长当天说。", "Agency", "以国家安全部", "以色列国家安全部"),
    ("2001年5月8日以交通运输部令第2号公布。", "Agency", "交通运输部", "中华人民共和国交通运输部"),
    ("中国人民银行上海总部发布数据。", "Agency", "中国人民银行上海总部", "中国人民银行上海总部"),
    ("清华大学张建中教授认为，改革在深化。", "Person", "张建中", "张建中"),
    ("上海自贸试验区扩围。", "Place", "上海自贸试验区", "中国（上海）自由贸易试验区"),
    ("省局发布关于做好迎战台风“卡努”工作的通知。", "Regulation", "关于做好迎战台风“卡努”工作的通知", "关于做好迎战台风“卡努”工作的通知"),
    ("国家统计局南京调查队发布数据。", "Agency", "国家统计局南京调查队", "国家统计局南京调查队"),
    ("国家统计局南京调查队发布数据。", "Agency", "国家统计局", "国家统计局"),
    ("江西省市场监管局食品安全监督处二级调研员毛远宏亦表示。", "Agency", "江西省市场监管局食品安全监督处", "江西省市场监督管理局食品安全监督处"),
    ("江西省市场监管局食品安全监督处二级调研员毛远宏亦表示。", "Person", "毛远宏", "毛远宏"),
    ("22日，国家防灾减灾救灾委员会办公室会商。", "Agency", "国家防灾减灾救灾委员会办公室", "国家防灾减灾救灾委员会办公室"),
    ("全国青年就业工作会议4月2日在京举行。", "Place", "京", "北京市"),
    ("国务院新闻办公室发布《中国的远洋渔业发展》白皮书。", "Publication", "中国的远洋渔业发展", "中国的远洋渔业发展"),
    ("国家标准委发布《生物降解塑料购物袋》国家标准。", "Regulation", "生物降解塑料购物袋", "生物降解塑料购物袋"),
    ("模范事迹报告会在北京人民大会堂举行。", "Place", "北京", "北京市"),
    ("国铁武汉局管内加开列车。", "Organization", "国铁武汉局", "中国铁路武汉局集团有限公司"),
    ("新疆霍尔果斯铁路口岸通车。", "Place", "霍尔果斯铁路口岸", "霍尔果斯口岸"),
    ("泰兴市检察院联合市生态环境局开展监督。", "Agency", "市生态环境局", "泰兴市生态环境局"),
    ("重庆市生态环境工程评估中心主任苏晴表示。", "Agency", "重庆市生态环境工程评估中心", "重庆市生态环境工程评估中心"),
    ("某燃气公司副总经理泽永告诉记者，气价下降。", "Person", "泽永", "泽永"),
    ("上海市统计局发布了上半年上海市国民经济运行情况。", "Publication", "上半年上海市国民经济运行情况", "上半年上海市国民经济运行情况"),
    ("总台联合国家消防救援局推出公开课。", "Agency", "国家消防救援局", "国家消防救援局"),
    ("市法院党组成员、副院长童秋扬围绕服务大局作出讲解。", "Person", "童秋扬", "童秋扬"),
    ("拥有国家合成生物技术创新中心等平台。", "Organization", "国家合成生物技术创新中心", "国家合成生物技术创新中心"),
    ("青浦区生态环境局执法大队到场检查。", "Agency", "青浦区生态环境局执法大队", "上海市青浦区生态环境局执法大队"),
    ("对洞庭湖流域开展调查。", "Place", "洞庭湖流域", "洞庭湖流域"),
    ("支持天津海洋旅游发展示范区建设。", "Place", "天津海洋旅游发展示范区", "天津海洋旅游发展示范区"),
    ("致公党中央主席何明发言。", "Organization", "致公党中央", "中国致公党"),
    ("解放军总医院牵头。", "Organization", "解放军总医院", "中国人民解放军总医院"),
    ("杭州海关开启通道。", "Agency", "杭州海关", "杭州海关"),
    ("商务部流通发展司司长李佳路表示。", "Agency", "商务部流通发展司", "中华人民共和国商务部流通发展司"),
    ("要发挥国家海上搜救部际联席会议的作用。", "Agency", "国家海上搜救部际联席会议", "国家海上搜救部际联席会议"),
    ("中国家用电器协会副理事长徐东生介绍。", "Organization", "中国家用电器协会", "中国家用电器协会"),
    ("北京大学第三医院神经外科副主任医师于涛说。", "Organization", "北京大学第三医院", "北京大学第三医院"),
    ("15家单位成立广东省网络数据安全和个人信息保护协会。", "Organization", "广东省网络数据安全和个人信息保护协会",
     "广东省网络数据安全和个人信息保护协会"),
    ("中石油与地方签约。", "Organization", "中石油", "中国石油天然气集团有限公司"),
    ("国家医保局大数据中心副主任赵秀竹介绍。", "Person", "赵秀竹", "赵秀竹"),
    ("王秋、冯珂和吕华坤等9名同志光荣入选。", "Person", "吕华坤", "吕华坤"),
    ("海州县领导邬双飞、杨敏、李红出席会议。", "Person", "杨敏", "杨敏"),
    ("通过贵州省政协原副主席李再勇案讲述教训。", "Person", "李再勇", "李再勇"),
    ("向中国科学院南京分院发布通知。", "Organization", "中国科学院南京分院", "中国科学院南京分院"),
    ("在落实好安徽省财政厅、省民政厅等部门要求的基础上推进。", "Agency", "省民政厅", "安徽省民政厅"),
    ("马拉维总统查克维拉表示。", "Person", "查克维拉", "查克维拉"),
    ("国家主席习近平致电德尼·萨苏-恩格索。", "Person", "德尼·萨苏-恩格索", "德尼·萨苏-恩格索"),
    ("渝昆高铁经过四川省宜宾市。", "Place", "四川省宜宾市", "宜宾市"),
    ("长三角一体化发展。", "Place", "长三角", "长江三角洲地区"),
    ("根据网络安全法的规定。", "Regulation", "网络安全法", "中华人民共和国网络安全法"),
    ("抓好国家海上搜救应急预案的落实。", "Regulation", "国家海上搜救应急预案", "国家海上搜救应急预案"),
    ("活动发布了《2025中国家电消费趋势白皮书》。", "Publication", "2025中国家电消费趋势白皮书", "2025中国家电消费趋势白皮书"),
])
def test_names_in_full(text, type, printed, full):
    assert names(text).get((type, printed)) == full


@pytest.mark.parametrize(("text", "printed"), [
    ("新华社北京11月21日电（记者 王悦阳）今年以来，用电量增长。", "北京"),
    ("据《郑州日报》", "郑州"),
    ("确保定点医疗机构落实责任。", "保定"),
    ("加强教育部门与卫生部门协作。", "教育部"),
    ("国务院有关部门要配合。", "国务院"),
    ("各省财政厅要落实资金。", "省财政厅"),
    ("人民法院依法审理。", "民法"),
    ("中国银行业运行平稳。", "中国银行"),
    ("局长强调，要抓好落实。", "强调"),
    ("全国公立医院综合改革。", "全国公立医院"),
    ("省、自治区、直辖市人民政府负责。", "直辖市人民政府"),
    ("设区的市人民政府应当落实，杭州市先行。", "市人民政府"),
    ("北京会见所罗门群岛总理。", "北京会见所罗门群岛"),
    ("和平区域合作。", "和平区"),
    ("省与市县财政联合会商机制，河南省先行。", "省与市县财政联合会"),
    ("全国网上零售额增长。", "国网"),
    ("《红楼梦》再版发行。", "红楼梦"),
    ("中东部地区将再次出现雨雪天气。", "中东"),
    ("蔬菜、水果和粮食等9种商品涨价。", "水果"),
    ("计划于北京时间11月25日发射。", "北京"),
    ("江苏无锡某纸业有限公司篡改数据。", "江苏无锡某纸业有限公司"),
    ("来宾市民共度节日，各位来宾致辞。", "各位来宾"),
    ("南昌至景德镇高铁开通。", "至景德镇"),
    ("太原入选完整社区试点。", "入选完整社区"),
    ("重庆发展美丽乡村，浙江加大城镇投入。", "加大城镇"),
    ("以习近平新时代中国特色社会主义思想为指导。", "习近平"),
    ("海青市某有限公司法定代表人到场。", "公司法"),
    ("召开年度全国地震趋势会商会。", "全国地震趋势会商会"),
])
def test_what_is_no_name(text, printed):
    assert printed not in {mention.text for mention in find_names(article(text))}


@pytest.mark.parametrize(("text", "printed"), [
    ("标题光明日报北京8月13日电（记者李明）教育部发布通知。", "北京"),
    ("央广网济南8月14日消息（记者李明）活动举行。", "济南"),
    ("2026-08-16，正文：中国消费者报南宁讯（记者李明）活动举行。", "南宁"),
    ("，正文：大众网记者李明潍坊报道近日，活动举行。", "潍坊"),
    ("标题南都讯记者李明发自北京8月19日，会议召开。", "北京"),
    ("2026-08-16海州日报客户端记者李明8月16日上午，记者从广州获悉。", "海州"),
    ("中国山东网-感知山东8月9日讯近日，活动举行。", "山东"),
    ("休斯敦乔治·布什洲际机场关闭。", "乔治·布什"),
    ("四川省政府性融资担保体系建设推进会召开。", "四川省政府"),
    ("国务院新闻办举行国务院政策例行吹风会。", "国务院"),
    ("国务院成立事故调查组。", "国务院成立事故调查组"),
    ("据调查，美国电动车制造商云帆公司降价。", "美国电动车制造商云帆公司"),
    ("水利部党组书记李明主持会议。", "水利部党组"),
    ("日本本州附近发生地震。", "日本本州"),
    ("美国加利福尼亚州州长发表讲话。", "加利福尼亚州州"),
    ("制定产业“十四五”规划。", "“十四五”规划"),
])
def test_datelines_and_parts_of_names_are_no_names(text, printed):
    assert printed not in {printed for _, printed in names(text)}


def test_inner_department_and_agency_are_both_named():
    found = names("国家医保局大数据中心主任付超奇表示。")
    assert found["Agency", "国家医保局"] == "国家医疗保障局"
    assert found["Agency", "国家医保局大数据中心"] == "国家医疗保障局大数据中心"
    found = names("北京友谊医院医学数智创新中心主任王振常说。")
    assert found["Organization", "北京友谊医院"] == "首都医科大学附属北京友谊医院"
    assert found["Organization", "北京友谊医院医学数智创新中心"] == "首都医科大学附属北京友谊医院医学数智创新中心"


def test_a_level_alone_takes_the_province_of_the_article():
    text = "3月19日，记者从省财政厅获悉，省财政将安排资金。"
    assert names(text, source="《河南日报》")["Agency", "省财政厅"] == "河南省财政厅"
    assert names(text, "湖南各地推进，湖南省会长沙先行。")["Agency", "省财政厅"] == "湖南省财政厅"
    assert ("Agency", "省财政厅") not in names(text)


def test_the_whole_of_a_province_is_that_with_which_its_sentence_opens():
    found = find_names(article("山西强化托育保障。", "江西将扶持创业列入全省10件民生实事。"))
    assert [mention.name for mention in found if mention.text == "全省"] == ["江西省"]


def test_a_bureau_of_a_department_has_its_department_beside_it():
    found = names("山东省政府新闻办发布，省公安厅交通管理局副局长胡家兴介绍。")
    assert {found["Agency", "省公安厅"], found["Agency", "省公安厅交通管理局"]} == {"山东省公安厅", "山东省公安厅交通管理局"}


def test_an_office_between_an_agency_and_its_division_is_named_too():
    found = names("教育部教育督导办专项督导处处长杨宇说，试点顺利。")
    assert {name for kind, name in found if kind == "Agency"} == {"教育部", "教育部教育督导办", "教育部教育督导办专项督导处"}


def test_national_parks_are_places():
    found = names("三江源国家公园保护成效明显，推动设立青海湖国家公园，开展国家公园体制试点。")
    assert {name for kind, name in found if kind == "Place" and "公园" in name} == {"三江源国家公园", "青海湖国家公园"}


@pytest.mark.parametrize(("headline", "kind"), [
    ("海州市关于印发《海州市防汛实事》的通知", "Regulation"),
    ("某办公室关于上半年安全生产形势的通报", "Regulation"),
    ("海州市2023年国民经济和社会发展统计公报", "Publication"),
])
def test_the_headline_of_an_official_text_is_its_title(headline: str, kind: str):
    assert [mention.type for mention in find_names(article("现将有关情况通知如下。", headline=headline)) if mention.text == headline] == [kind]


def test_who_speaks_twice_is_a_person():
    found = names("青浦区生态环境局执法大队孙明远介绍，企业已关停。", "孙明远对记者表示，将继续监督。")
    assert ("Person", "孙明远") in found


def test_a_repealed_regulation_is_told_from_its_successor_of_the_same_title():
    found = find_names(article("省粮食局公布《省级储备管理办法》。", "2018年印发的《省级储备管理办法》（国粮发〔2018〕12号）同时废止。"))
    assert {mention.name for mention in found if mention.sentence == 0 and mention.type == "Regulation"} == {"省级储备管理办法"}
    assert {mention.name for mention in found if mention.sentence == 1 and mention.type == "Regulation"} == {"省级储备管理办法（2018年）"}


def test_a_title_told_again_without_marks_is_the_document():
    found = find_names(article("印发《青禾市2023年度规章立法计划》。", "青禾市2023年度规章立法计划确定规章7件。"))
    assert [mention.type for mention in found if "立法计划" in mention.text] == ["Regulation"] * 2


def test_short_titles_go_back_to_the_title_before_them():
    found = find_names(article(
        "两部门公布《人脸识别技术应用安全管理办法》。", "办法明确，应当取得同意。", "《办法》自2025年6月1日起施行。"))
    assert [mention.name for mention in found if mention.type == "Regulation"] == ["人脸识别技术应用安全管理办法"] * 3
    found = names("印发《学校餐饮具清洗消毒工作指南》（以下简称《工作指南》）。", "《工作指南》明确要求。")
    assert found["Regulation", "工作指南"] == "学校餐饮具清洗消毒工作指南"


def test_own_title_number_and_standards():
    found = names("国办函〔2019〕109号", "本通知自印发之日起执行。", headline="国务院办公厅关于加强水上搜救工作的通知")
    title = "国务院办公厅关于加强水上搜救工作的通知"
    assert found["Regulation", "国办函〔2019〕109号"] == found["Regulation", "本通知"] == title
    assert found["Agency", "国务院办公厅"] == "国务院办公厅"
    found = names("应当符合《食品安全国家标准 洗涤剂》（GB 14930.1—2022）的规定。")
    assert found["Regulation", "GB 14930.1—2022"] == "食品安全国家标准 洗涤剂"
    found = names("发布《乡村民宿等级划分》（GB/T 14931—2022）、《红楼梦》（人民出版社）。")
    assert found["Regulation", "GB/T 14931—2022"] == "乡村民宿等级划分" and ("Regulation", "红楼梦") not in found


def test_an_announcement_is_known_by_its_number():
    title = "国家税务总局关于办理退税的公告"
    told = names(title, "2019年第4号", f"《{title}》（国家税务总局公告2019年第4号）与本公告不一致的，以本公告为准；海关总署2018年第9号公告同时废止。")
    assert told["Regulation", "国家税务总局公告2019年第4号"] == told["Regulation", "2019年第4号"] == title
    assert ("Regulation", "海关总署2018年第9号公告") in told and ("Regulation", "2018年第9号") not in told
    assert ("Regulation", "2016年第6号") not in names("国务院令2016年第6号公布。")


def test_editions_of_a_standard_are_told_apart():
    told = names("《头盔安全技术规范》（GB 811—2022）代替《头盔安全技术规范》（GB 811—2010）。")
    assert told["Regulation", "GB 811—2022"] == "头盔安全技术规范" and told["Regulation", "GB 811—2010"] == "头盔安全技术规范（GB 811—2010）"
    told = names("《头盔安全技术规范》（GB 811—2022）今天实施，代替2010年版标准，参照2008年版标准。")
    assert told["Regulation", "2010年版标准"] == "头盔安全技术规范（2010年版）" and ("Regulation", "2008年版标准") not in told


def test_the_general_offices_that_a_title_names_are_its_issuers():
    told = names("《教育部办公厅国家能源局综合司关于做好供暖工作的通知》", "教育部办公厅国家能源局综合司")
    assert told["Agency", "教育部办公厅"] == "中华人民共和国教育部办公厅" and told["Agency", "国家能源局综合司"] == "国家能源局综合司"
    assert ("Agency", "教育部办公厅") not in names("《教育部关于办公厅（室）建设的通知》")


def test_commissions_of_a_party_committee_are_bodies_of_their_own():
    told = names("贵州省委全面绿色转型委员会办公室印发通知，贵阳市委成立乡村振兴领导小组，市委常委会委员会后调研。")
    assert told["Agency", "贵州省委全面绿色转型委员会办公室"] == "中国共产党贵州省委员会全面绿色转型委员会办公室"
    assert told["Agency", "贵阳市委"] == "中国共产党贵阳市委员会" and not any("领导小组" in text for _, text in told)


def test_the_city_of_a_page_may_be_one_of_county_level():
    assert names("大冶市今天发布公告。", "全市停课。")["Place", "全市"] == "大冶市"
    assert names("黄石市下辖的大冶市今天发布公告。", "全市停课。")["Place", "全市"] == "黄石市"
    assert names("大冶市今天发布公告。", "市教育局要求停课。")["Agency", "市教育局"] == "大冶市教育局"


def test_county_of_the_same_name_is_the_one_at_home():
    found = names("鼓楼区推进改造。", "江苏南京市召开会议，南京市将统筹推进。")
    assert found["Place", "鼓楼区"] == "南京市鼓楼区"


def test_mentions_stand_where_they_say():
    rows = article("国家医保局局长章轲介绍，贵州、宁夏启动。", "《网络安全法》施行。")
    for mention in find_names(rows):
        assert rows.sentences[mention.sentence].text[mention.start:mention.end] == mention.text


def test_cost_grows_with_the_length_of_the_text_not_with_its_square():
    sentence = "贵州省医保局规划财务和法规处处长姜筑说，安徽、湖北等地的医院与中国医保研究会合作，印发《实施方案》落实省政府要求。"

    def cost(times):
        rows = article(*[sentence] * times)
        start = time.process_time()
        find_names(rows)
        return time.process_time() - start

    cost(10)
    short, long = (min(cost(times) for _ in range(3)) for times in (50, 1600))
    assert long < 32 * 10 * max(short, 0.002)  # 32 times the text; a quadratic step would cost 1,024 times as much
