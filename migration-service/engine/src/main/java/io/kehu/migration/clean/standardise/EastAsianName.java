package io.kehu.migration.clean.standardise;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Splits names in Chinese, Japanese and Korean script, whose family name stands first;
 * without a blank between, by lists of family names.
 */
final class EastAsianName {

	private static final Set<String> CHINESE_OF_TWO = Set.of("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "东方", "東方",
			"皇甫", "尉迟", "尉遲", "公孙", "公孫", "慕容", "令狐", "宇文", "长孙", "長孫", "夏侯", "端木", "独孤", "獨孤", "南宫", "南宮", "西门", "西門",
			"轩辕", "軒轅", "百里", "呼延", "申屠", "太史", "澹台", "张简", "張簡", "范姜");

	private static final String CHINESE = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡"
			+ "贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾鐘汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫"
			+ "芦蘆季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛叢焦向柳邢路岳齐齊沿梅莫庄莊辛管祝左涂谷时時舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳裴席卫衛查屈鲍鲍位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵閔解强強柴华華车車冉房边邊";

	private static final Set<String> JAPANESE = Set.of("佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "渡邊", "山本", "中村", "小林", "加藤",
			"吉田", "山田", "佐々木", "山口", "松本", "井上", "木村", "斎藤", "斉藤", "齋藤", "清水", "山崎", "阿部", "池田", "橋本", "山下", "石川", "中島",
			"前田", "藤田", "小川", "後藤", "岡田", "長谷川", "村上", "近藤", "石井", "坂本", "遠藤", "青木", "藤井", "西村", "福田", "太田", "三浦", "岡本",
			"松田", "中川", "中野", "原田", "小野", "田村", "竹内", "金子", "和田", "中山", "石田", "上田", "森田", "柴田", "酒井", "工藤", "横山", "宮崎",
			"宮本", "内田", "高木", "谷口", "安藤", "大野", "丸山", "今井", "高田", "藤本", "河野", "小島", "武田", "村田", "上野", "杉山", "増田", "菅原",
			"平野", "大塚", "千葉", "久保", "松井", "小山", "木下", "岩崎", "野口", "野村", "佐野", "菊地", "菊池", "渡部", "大西", "新井", "古川", "浜田",
			"市川", "水野", "桜井", "服部", "荒木", "望月", "松尾", "五十嵐", "小松", "樋口", "大久保", "黒田", "川口", "川上", "永井", "本田", "吉川",
			"星野");

	private static final Set<String> KOREAN_OF_TWO = Set.of("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방", "망절");

	private static final String KOREAN = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용";

	private static final String UNCERTAIN = "name whose family name cannot be told";

	private EastAsianName() {
	}

	/** Returns the parts, or null when the name is not in such a script. */
	static @Nullable NameParts split(String text) {
		if (!text.codePoints()
			.allMatch((symbol) -> symbol == ' ' || symbol == '\u3000' || symbol == '・' || isEastAsian(symbol))) {
			return null;
		}
		List<String> words = List.of(text.split("[ \u3000]+"));
		if (words.size() == 2) {
			return NameParts.of(words.get(1), words.get(0));
		}
		if (words.size() > 2 || text.indexOf('・') >= 0) {
			return NameParts.unsplit(UNCERTAIN);
		}
		int family = scriptAt(text, 0, Character.UnicodeScript.HANGUL) ? korean(text) : chineseOrJapanese(text);
		return (family > 0 && family < text.length()) ? NameParts.of(text.substring(family), text.substring(0, family))
				: NameParts.unsplit(UNCERTAIN);
	}

	private static boolean isEastAsian(int symbol) {
		return switch (Character.UnicodeScript.of(symbol)) {
			case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
			default -> symbol == '々' || symbol == 'ー';
		};
	}

	private static boolean scriptAt(String text, int index, Character.UnicodeScript script) {
		return Character.UnicodeScript.of(text.charAt(index)) == script;
	}

	/** How many syllables the family name has, or 0 when that cannot be told. */
	private static int korean(String text) {
		boolean known = KOREAN.indexOf(text.charAt(0)) >= 0;
		boolean two = text.length() > 2 && KOREAN_OF_TWO.contains(text.substring(0, 2));
		return switch (text.length()) {
			case 2, 3 -> (known && !(two && text.length() == 3)) ? 1 : two ? 2 : 0;
			case 4, 5 -> two ? 2 : 0;
			default -> 0;
		};
	}

	private static int chineseOrJapanese(String text) {
		int han = 0;
		while (han < text.length() && (scriptAt(text, han, Character.UnicodeScript.HAN) || text.charAt(han) == '々')) {
			han++;
		}
		for (int length = 3; length > 1; length--) {
			if (text.length() > length && text.length() <= length + 3 && JAPANESE.contains(text.substring(0, length))) {
				return length;
			}
		}
		if (han < text.length()) {
			return (han > 1 && han < 4) ? han : 0;
		}
		boolean two = text.length() > 2 && CHINESE_OF_TWO.contains(text.substring(0, 2));
		if (two) {
			return 2;
		}
		return (text.length() < 4 && CHINESE.indexOf(text.charAt(0)) >= 0) ? 1 : 0;
	}

}
