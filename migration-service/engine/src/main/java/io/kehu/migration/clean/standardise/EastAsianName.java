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
			"星野", "高畑", "江川", "石橋", "梅原", "石原", "石塚", "石黒", "白石", "白井", "高野", "高山", "高島", "高松", "安田", "安部", "武藤", "須藤",
			"大島", "大川", "大石", "大橋", "大森", "中田", "中西", "中尾", "中井", "西川", "西田", "西山", "北村", "北川", "松岡", "松下", "松永", "松浦",
			"小池", "小西", "小沢", "小澤", "小田", "小泉", "小倉", "小野寺", "岩田", "岩本", "岩井", "島田", "島崎", "秋山", "秋田", "横田", "平田", "平井",
			"平山", "広瀬", "福島", "福井", "福本", "富田", "富永", "吉村", "吉岡", "吉本", "今村", "土屋", "土井", "森本", "森山", "森下", "奥村", "奥田",
			"熊谷", "片山", "沢田", "澤田", "早川", "宮田", "宮川", "宮下", "児玉", "根本", "栗原", "榎本", "堀内", "田口", "田島", "田辺", "川崎", "川村",
			"川島", "関口", "関根", "飯田", "飯塚", "矢野", "津田", "長田", "永田", "大谷", "羽生", "黒澤", "黒沢", "三宅", "三木", "二宮", "八木",
			"久保田");

	/** Signs that are written so in Japan alone. */
	private static final String JAPANESE_SIGNS = "畑辻込峠榊働匂栃笹凪雫枠沢桜浜黒斎斉渋渓恵徳広栄実児竜亀滝竃楽気仏塩関辺芸図駅県桧剣勲豊穂縄絵継覚譲醸釈鉄録険顕髪々";

	/** Signs that are written so in China alone. */
	private static final String SIMPLIFIED_SIGNS = "华东丽伟军红龙飞凤兰刚钢鹏晓庆阳陈张刘赵杨吴孙马罗郑谢韩冯邓许苏卢蒋贾叶阎钟陆顾龚严芦鲁韦聂丛齐庄关费纪欧项鲍单宁强车边艳莹颖颜琼贤贞财贵锋锐铭"
			+ "长门问间闽际隐韬页顺颂预领频题饶驰骁骏骥鸿鹰麦杰岚静";

	/** Signs with which many given names in China begin. */
	private static final String CHINESE_GIVEN = "子小文志建国國美雅家俊明晓曉玉海春秀丽麗淑佳思欣雨宇浩梓一天永德大世正立成少学學凤景振荣光宏智嘉若心诗詩婉晨静雪月云雲";

	/** What is said of or to a person behind the name. */
	private static final List<String> HONORIFICS = List.of("선생님", "先生", "女士", "小姐", "太太", "老师", "老師", "さん", "さま", "様",
			"氏", "殿", "님", "씨");

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
		String title = honorific(text);
		return (title == null) ? split(text, null)
				: split(text.substring(0, text.length() - title.length()).strip(), title);
	}

	private static @Nullable String honorific(String text) {
		return HONORIFICS.stream()
			.filter((title) -> text.endsWith(title) && text.length() > title.length())
			.findFirst()
			.orElse(null);
	}

	private static NameParts split(String text, @Nullable String title) {
		List<String> words = List.of(text.split("[ \u3000]+"));
		if (words.size() == 2) {
			return new NameParts(title, words.get(1), words.get(0), null);
		}
		if (words.size() > 2 || text.indexOf('・') >= 0) {
			return NameParts.unsplit(UNCERTAIN);
		}
		if (isFamilyAlone(text, title != null)) {
			return new NameParts(title, null, text, null);
		}
		int family = scriptAt(text, 0, Character.UnicodeScript.HANGUL) ? korean(text) : chineseOrJapanese(text);
		return (family > 0 && family < text.length())
				? new NameParts(title, text.substring(family), text.substring(0, family), null)
				: NameParts.unsplit(UNCERTAIN);
	}

	/**
	 * Whether a text is a family name and no more: it is in the lists, and behind a
	 * title, or no family name followed by a given name.
	 */
	private static boolean isFamilyAlone(String text, boolean titled) {
		boolean one = text.length() == 1 && titled && (CHINESE.contains(text) || KOREAN.contains(text));
		boolean several = JAPANESE.contains(text) || CHINESE_OF_TWO.contains(text) || KOREAN_OF_TWO.contains(text);
		return one || (several && (titled || (CHINESE + KOREAN).indexOf(text.charAt(0)) < 0));
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
			case 2 -> (known && !KOREAN_OF_TWO.contains(text)) ? 1 : 0;
			case 3 -> (known != two) ? (known ? 1 : 2) : 0;
			case 4, 5 -> two ? 2 : 0;
			default -> 0;
		};
	}

	/** How many signs the family name has, or 0 when that cannot be told. */
	private static int chineseOrJapanese(String text) {
		int han = 0;
		while (han < text.length() && (scriptAt(text, han, Character.UnicodeScript.HAN) || text.charAt(han) == '々')) {
			han++;
		}
		boolean simplified = text.chars().anyMatch((sign) -> SIMPLIFIED_SIGNS.indexOf(sign) >= 0);
		int japanese = (simplified && han == text.length()) ? 0 : japanese(text);
		boolean known = CHINESE.indexOf(text.charAt(0)) >= 0;
		if (japanese > 0) {
			boolean either = known && japanese == 2 && han == 3 && text.length() == 3
					&& CHINESE_GIVEN.indexOf(text.charAt(1)) >= 0;
			return either ? 0 : japanese;
		}
		if (han < text.length()) {
			return (han > 1 && han < 4) ? han : 0;
		}
		if (JAPANESE.contains(text) || text.chars().anyMatch((sign) -> JAPANESE_SIGNS.indexOf(sign) >= 0)) {
			return 0;
		}
		boolean two = text.length() > 2 && CHINESE_OF_TWO.contains(text.substring(0, 2));
		return two ? 2 : (text.length() < 4 && known) ? 1 : 0;
	}

	private static int japanese(String text) {
		for (int length = 3; length > 1; length--) {
			if (text.length() > length && text.length() <= length + 3 && JAPANESE.contains(text.substring(0, length))) {
				return length;
			}
		}
		return 0;
	}

}
