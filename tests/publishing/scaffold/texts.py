"""Texts of each type that courses are made from. Public domain: 荀子, 劝学; the others invented."""

from __future__ import annotations

from itertools import starmap

PLAIN = """\
劝学
荀子

君子曰：学不可以已。青，取之于蓝，而青于蓝；冰，水为之，而寒于水。
木直中绳，輮以为轮，其曲中规，虽有槁暴，不复挺者，輮使之然也。故木受绳则直，金就砺则利。
吾尝终日而思矣，不如须臾之所学也；吾尝跂而望矣，不如登高之博见也。
登高而招，臂非加长也，而见者远；顺风而呼，声非加疾也，而闻者彰。
积土成山，风雨兴焉；积水成渊，蛟龙生焉。故不积跬步，无以至千里。
蚓无爪牙之利，筋骨之强，上食埃土，下饮黄泉，用心一也。
骐骥一跃，不能十步；驽马十驾，功在不舍。锲而舍之，朽木不折；锲而不舍，金石可镂。
"""

COUNTED = """\
关于推进“数字乡村”建设的意见
2023-05-06
来源：某某办公室

为深入推进建设，现就有关工作提出如下意见。各地要结合实际，认真贯彻落实。

一、总体要求
（一）指导思想
坚持以人民为中心，把数字技术用到农民最需要的地方。不搞花架子，不增加基层负担。
（二）基本原则
统筹规划,分步实施。先试点后推广，成熟一个推广一个！
二、重点任务
推动“互联网+政务服务”向乡村延伸。群众办事少跑腿，数据多跑路。
三、保障措施
各级要加强组织领导，落实工作责任。财政部门要保障必要的经费，做到专款专用。
"""

SIGNED = """\
在例会上的讲话
某某街道办事处
2024年3月5日

同志们：
今天讲两件事，一件是台账，一件是走访。3月份检查了12个社区，有4个社区的台账缺了日期，有2个社区只写已经解决。
记台账要做到三条。当天的事当天记，不隔夜。改动要留痕，划掉的字要看得见。
走访要带着问题去，带着答复回。能当场答复的当场答复，不能当场答复的，7天之内给一个说法。
"""

CHAPTERS = """\
学习手册

第一编 入门
第一章 总则
学习贵在持之以恒，不可以半途而废。每天读一页，一年就读完一本书。
第二章 方法
第一节 读书
读书要先通读，再细读，最后合上书想一想。想不起来的地方，正是该重读的地方。
第二节 写作
写作要言之有物，不说空话。写完放一放，第二天再改。
第二编 提高
第三章
考试不是目的，会用才是目的。用一次，胜过背十次。
第四章 附则
"""

MARKDOWN = """\
# 《论语》论“学”*与*‘问’

开头的一段话在各章前面。它说明为什么要问。

## 第一章 `何`谓学 {speech} $x$

学而不思则罔，思而不学则殆。**这一句**是"引"来的。

### 小节一
知之为知之，不知为不知，是知也。
### 小节二
敏而好学，不耻下问，是以谓之文也。
### 小节三
三人行，必有我师焉，择其善者而从之。
### 小节四
温故而知新，可以为师矣。
## “问”的意义
问是学的一半，不问就只学了一半。
## 空的一章
"""

LATIN = """\
使用手册

请用 Windows 10 Pro 打开 Office, 再选 Save As。版本号 1.2.3,日期 2023-05-06,编码选 UTF-8。
API (Application Programming Interface) 是程序之间的约定。按 Ctrl+S 保存,按 F1 求助。
网址写在地址栏里，以 https 开头。没有锁形标记的，不要填密码。
"""

#: Paragraphs over several lines, separated by empty lines.
WRAPPED = """\
劝学

君子曰：学不可以已。青，取之于蓝，而青
于蓝；冰，水为之，而寒
于水。

吾尝终日而思矣，不如须臾之所学也；吾尝
跂而望矣，不如登高之博见也。
"""

NO_TITLE = (
    "吾尝终日而思矣，不如须臾之所学也；吾尝跂而望矣，不如登高之博见也。登高而招，"
    "臂非加长也，而见者远。\n顺风而呼，声非加疾也，而闻者彰。\n"
)

TEXTS = {
    "plain": PLAIN,
    "counted": COUNTED,
    "chapters": CHAPTERS,
    "markdown": MARKDOWN,
    "latin": LATIN,
    "wrapped": WRAPPED,
    "no title": NO_TITLE,
    "windows": COUNTED.replace("\n", "\r\n"),
    "byte order mark": f"\ufeff{PLAIN}",
    "indented": PLAIN.replace("\n", "\n　　"),
    "one paragraph": "陋室铭\n山不在高，有仙则名。水不在深，有龙则灵。斯是陋室，惟吾德馨。\n",
    "one clause a section": "# 一\n今天晴。\n# 二\n明天阴。\n# 三\n后天雨。\n",
}

#: 千字文.
_CHARACTERS = (
    "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"
    "金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇"
)


def paragraph(number: int) -> str:
    """Return a paragraph without meaning, unlike the others."""

    def clause(place: int, length: int) -> str:
        start, step = number * 7 + place * 13, number % 11 + 3
        return "".join(_CHARACTERS[(start + step * at) % len(_CHARACTERS)] for at in range(length))

    lengths = enumerate((7, 6, 5, 8, 6, 9), start=1)
    return "{}，{}，{}。{}；{}，{}。".format(*starmap(clause, lengths))


def _chapters(chapters: int, sections: int, paragraphs: int) -> str:
    lines = ["题目"]
    for chapter in range(chapters):
        lines.append(f"# 章{chapter}")
        for section in range(sections):
            lines += [f"## 节{section}"] * (sections > 1)
            first = (chapter * sections + section) * paragraphs
            lines += [paragraph(first + each) for each in range(paragraphs)]
    return "\n".join(lines)


#: Texts of which 25 or more items are made, so that the rules on the whole course apply, or just not.
LARGER = {
    "12 chapters": _chapters(12, 1, 3),
    "13 chapters": _chapters(13, 1, 3),
    "5 chapters of 4 sections": _chapters(5, 4, 1),
    "a chapter of 60 sections": _chapters(1, 60, 1),
    "200 paragraphs": "\n".join(["题目", *(paragraph(n) + paragraph(n + 1) for n in range(200))]),
    "1000 paragraphs": "\n".join(["题目", *map(paragraph, range(1000))]),
    "nothing but one sentence": "\n".join(["题目", *["学而时习之不亦说乎，有朋自远方来。"] * 1000]),
    "chapters of one sentence": "".join(
        f"# 章{number}\n学而时习之不亦说乎，有朋自远方来不亦乐乎。\n" for number in range(20)
    ),
    "no clause to fill in": "".join(
        f"# 章{number}\n{_CHARACTERS[:40]}。\n" for number in range(20)
    ),
}
