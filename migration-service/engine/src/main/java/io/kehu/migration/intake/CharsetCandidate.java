package io.kehu.migration.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/**
 * A character set, with the characters that one of its languages uses.
 *
 * @param charset the character set
 * @param usual the characters beyond ASCII that are usual in the language
 * @param eastAsian whether the language is written in characters of several bytes
 */
record CharsetCandidate(Charset charset, String usual, boolean eastAsian) {

	private static final String MARKS = "€’‘“”„‚–—…°§«»®©™·ºª¿¡£№";

	private static final String GERMAN = "äöüßÄÖÜ";

	private static final String FRENCH = "éèêëàâîïôùûüçœæÉÈÊÀÂÎÔÇŒ";

	private static final String SPANISH = "áéíóúüñÁÉÍÓÚÑ";

	private static final String PORTUGUESE = "ãõáâàçéêíóôúÃÕÁÂÇÉÊÍÓÔÚ";

	private static final String ITALIAN = "àèéìòùÀÈÉÌÒÙ";

	private static final String NORDIC = "åäöæøéÅÄÖÆØ";

	private static final String ICELANDIC = "áéíóúýþæöðÁÉÍÓÚÝÞÆÖÐ";

	private static final String WESTERN = GERMAN + FRENCH + SPANISH + PORTUGUESE + NORDIC + "ìòÈÌÒÙ";

	private static final String POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";

	private static final String CZECH = "áčďéěíňóřšťúůýžľĺŕôäÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĽ";

	private static final String HUNGARIAN = "áéíóöőúüűÁÉÍÓÖŐÚÜŰ";

	private static final String CROATIAN = "čćžšđČĆŽŠĐ";

	private static final String ROMANIAN = "ăâîşţĂÂÎŞŢ";

	private static final String TURKISH = "çğıöşüâîûÇĞİÖŞÜ";

	private static final String BALTIC = "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽąęėįųĄĘĖĮŲ";

	private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯёЁіїєґІЇЄҐ";

	private static final String GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ";

	private static final String HEBREW = "אבגדהוזחטיךכלםמןנסעףפץצקרשת";

	private static final String ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ،؛؟";

	private static final String THAI = thai();

	/** Those of its letters that are not rare. */
	private static final String GEORGIAN = "აეიოუბგდვზთკლმნპრსტფქღყშჩცძწჭხჯ";

	private static final int GEORGIAN_VOWELS = 5;

	private static final String ARMENIAN = armenian();

	private static final String VIETNAMESE = "ăâđêôơưĂÂĐÊÔƠƯáàéèíóúùÁÀÉÈÍÓÚÙ\u0300\u0301\u0303\u0309\u0323";

	private static final String JAPANESE = "佐藤鈴木高橋田中渡辺伊山本村小林加吉井松口谷川野島崎上下原清水森池阿部石長大西東南北三一二四五六七八九十"
			+ "太郎次子美花雄介健翔拓誠直樹真由紀恵幸和正智洋浩明県市区町京都府道名古屋横浜神戸札幌福岡仙台千葉埼玉愛知兵庫株式会社丁目番地号";

	private static final String SIMPLIFIED = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范"
			+ "方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂北京上海广州深圳市省区路号有限公司国华中东南西天津重庆";

	private static final String TRADITIONAL = "陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何羅高蕭潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴方宋范杜傅侯曹薛丁卓馬董唐藍"
			+ "蔣石古紀姚連馮歐程湯田康姜汪白鄒尤巫鐘黎涂龔嚴韓袁金童陸夏柳邵淑美麗雅婷怡君家豪志明俊傑建宏雯玉惠台北市中高雄新竹縣路段號樓香港九龍國華有限公司東南西";

	private static final String KOREAN = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국은수영호준서희숙자순경미아동재혜상철태시로번특별광역부산대구울";

	/** In the order in which they are preferred. */
	private static final List<CharsetCandidate> ALL = List.of(letters("windows-1252", GERMAN),
			letters("windows-1252", FRENCH), letters("windows-1252", SPANISH), letters("windows-1252", PORTUGUESE),
			letters("windows-1252", ITALIAN), letters("windows-1252", NORDIC), letters("windows-1252", ICELANDIC),
			letters("windows-1252", WESTERN), letters("ISO-8859-15", WESTERN + "ŠšŽžŸ"),
			letters("windows-1250", POLISH), letters("windows-1250", CZECH), letters("windows-1250", HUNGARIAN),
			letters("windows-1250", CROATIAN), letters("windows-1250", ROMANIAN), letters("ISO-8859-2", POLISH),
			letters("ISO-8859-2", CZECH), letters("ISO-8859-2", HUNGARIAN), letters("windows-1254", TURKISH),
			letters("windows-1257", BALTIC), letters("windows-1251", CYRILLIC), letters("KOI8-R", CYRILLIC),
			letters("IBM866", CYRILLIC), letters("ISO-8859-5", CYRILLIC), letters("windows-1253", GREEK),
			letters("ISO-8859-7", GREEK), letters("windows-1255", HEBREW), letters("windows-1256", ARABIC),
			letters("x-windows-874", THAI), letters("windows-1258", VIETNAMESE), letters("Georgian-PS", GEORGIAN),
			letters("Georgian-Academy", GEORGIAN), letters("ARMSCII-8", ARMENIAN), letters("IBM850", GERMAN),
			letters("IBM850", WESTERN), letters("IBM852", POLISH), letters("IBM852", CZECH),
			letters("x-MacRoman", GERMAN), letters("x-MacRoman", FRENCH), letters("x-MacRoman", SPANISH),
			letters("x-MacRoman", WESTERN), signs("GB18030", SIMPLIFIED), signs("Big5", TRADITIONAL),
			signs("windows-31j", JAPANESE), signs("EUC-JP", JAPANESE), signs("EUC-KR", KOREAN));

	private static final String VOWELS = "aeiouyăâêôơư";

	private static final char HALF_WIDTH = 0xFF00;

	private static final double LETTER_OF_OTHERS = 0.2;

	/** A text in one language makes more sense than one in several. */
	private static final double MIXED_LANGUAGES = 0.1;

	/** The least share of vowels among the letters of Georgian. */
	private static final double VOWELS_OF_GEORGIAN = 0.36;

	/** A text that also has the sounds of the language makes more sense. */
	private static final double LANGUAGE = 0.15;

	/** The consonants, vowels and tones of Thai. */
	private static String thai() {
		StringBuilder letters = new StringBuilder();
		for (char letter = '\u0E01'; letter <= '\u0E4E'; letter++) {
			letters.append((letter < '\u0E3B' || letter > '\u0E3F') ? String.valueOf(letter) : "");
		}
		return letters.toString();
	}

	private static String armenian() {
		StringBuilder letters = new StringBuilder("։՝՜՛՞՚");
		for (char letter = '\u0531'; letter <= '\u0587'; letter++) {
			letters.append(Character.isLetter(letter) ? String.valueOf(letter) : "");
		}
		return letters.toString();
	}

	private static CharsetCandidate letters(String charset, String usual) {
		return new CharsetCandidate(KnownCharsets.named(charset), usual + MARKS, false);
	}

	private static CharsetCandidate signs(String charset, String usual) {
		return new CharsetCandidate(Charset.forName(charset), usual, true);
	}

	static List<CharsetCandidate> all() {
		return ALL;
	}

	/** Decodes bytes, with U+FFFD for those that the character set does not know. */
	static String decode(byte[] bytes, Charset charset) {
		CharsetDecoder decoder = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPLACE)
			.onUnmappableCharacter(CodingErrorAction.REPLACE);
		CharBuffer text = CharBuffer.allocate(bytes.length + 1);
		decoder.decode(ByteBuffer.wrap(bytes), text, true);
		return text.flip().toString();
	}

	/**
	 * The average sense that the characters beyond ASCII make, 1 when all are usual.
	 * @param text the text as the character set decodes it
	 */
	double sense(String text) {
		double sense = 0;
		int count = 0;
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > 127) {
				sense += sense(text, i);
				count++;
			}
		}
		if (this.usual.startsWith(VIETNAMESE) && text.chars().noneMatch(CharsetCandidate::isMark)) {
			return -1;
		}
		double mixed = this.usual.startsWith(WESTERN) ? MIXED_LANGUAGES : 0;
		return (count == 0) ? 0 : sense / count - mixed + (this.usual.startsWith(GEORGIAN) ? vowels(text) : 0);
	}

	/**
	 * Georgian has neither capitals nor signs by which it differs from other texts in
	 * letters of one byte, but many vowels.
	 */
	private static double vowels(String text) {
		long letters = text.chars().filter((symbol) -> symbol > 127 && Character.isLetter(symbol)).count();
		long vowels = text.chars()
			.filter((symbol) -> GEORGIAN.indexOf(symbol) >= 0 && GEORGIAN.indexOf(symbol) < GEORGIAN_VOWELS)
			.count();
		return (vowels >= VOWELS_OF_GEORGIAN * letters) ? LANGUAGE : -0.5;
	}

	private static boolean isMark(int symbol) {
		return Character.getType(symbol) == Character.NON_SPACING_MARK;
	}

	private double sense(String text, int index) {
		char symbol = text.charAt(index);
		if (symbol == '\uFFFD' || Character.isISOControl(symbol)) {
			return -4;
		}
		if (this.eastAsian) {
			return eastAsian(symbol);
		}
		if (Character.getType(symbol) == Character.NON_SPACING_MARK && !carriesMark(text, index)) {
			return -1;
		}
		boolean inside = index > 0 && Character.isLetter(text.charAt(index - 1));
		boolean capitalInside = Character.isUpperCase(symbol) && inside
				&& Character.isLowerCase(text.charAt(index - 1));
		if (capitalInside || (Character.isLetter(symbol) && isLatin(symbol) != isLatin(neighbour(text, index)))) {
			return -1;
		}
		boolean letter = Character.isLetter(symbol);
		boolean between = inside && index + 1 < text.length() && Character.isLetter(text.charAt(index + 1));
		if (!letter && between && symbol != '’' && symbol != '·'
				&& Character.getType(symbol) != Character.NON_SPACING_MARK) {
			return -1;
		}
		if (this.usual.indexOf(symbol) >= 0) {
			return 1;
		}
		return letter ? LETTER_OF_OTHERS : -0.5;
	}

	/** Whether a mark stands on a letter that has such marks: in Latin, on a vowel. */
	private static boolean carriesMark(String text, int index) {
		char letter = (index > 0) ? text.charAt(index - 1) : ' ';
		return Character.isLetter(letter) ? !isLatin(letter) || VOWELS.indexOf(Character.toLowerCase(letter)) >= 0
				: Character.getType(letter) == Character.NON_SPACING_MARK && !isLatin(neighbour(text, index));
	}

	/** A letter beside a place in the text, else the letter at that place. */
	private static char neighbour(String text, int index) {
		if (index > 0 && Character.isLetter(text.charAt(index - 1))) {
			return text.charAt(index - 1);
		}
		boolean next = index + 1 < text.length() && Character.isLetter(text.charAt(index + 1));
		return text.charAt(next ? index + 1 : index);
	}

	private static boolean isLatin(char letter) {
		return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
	}

	/**
	 * Usual signs count fully; rare ones, half-width katakana and other scripts do not.
	 */
	private double eastAsian(char symbol) {
		if (this.usual.indexOf(symbol) >= 0) {
			return 1;
		}
		Character.UnicodeScript script = Character.UnicodeScript.of(symbol);
		boolean japanese = this.usual.equals(JAPANESE);
		return switch (script) {
			case HAN -> this.usual.equals(KOREAN) ? 0 : (isFrequent(symbol) ? 0.5 : 0);
			case HIRAGANA, KATAKANA -> (symbol >= HALF_WIDTH) ? 0 : japanese ? 0.9 : 0;
			case HANGUL -> 0.5;
			case COMMON -> (symbol >= 0x3000) ? 0.5 : 0;
			default -> -1;
		};
	}

	/** Whether the character set lists the sign among those in daily use. */
	private boolean isFrequent(char symbol) {
		byte[] bytes = String.valueOf(symbol).getBytes(this.charset);
		int first = bytes[0] & 0xFF;
		return bytes.length == 2 && switch (this.charset.name()) {
			case "GB18030" -> first >= 0xB0 && first <= 0xD7 && (bytes[1] & 0xFF) >= 0xA1;
			case "Big5" -> first >= 0xA4 && first <= 0xC6;
			case "EUC-JP" -> first >= 0xB0 && first <= 0xCF;
			default -> first >= 0x88 && first <= 0x98;
		};
	}

}
